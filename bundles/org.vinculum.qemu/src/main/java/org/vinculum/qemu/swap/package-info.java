/// Swapping the model behind a guest's SMMU again and again while the guest runs.
package org.vinculum.qemu.swap;
