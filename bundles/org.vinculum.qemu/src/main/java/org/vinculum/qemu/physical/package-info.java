/// An SMMU that a guest has to itself: both stages are the guest's.
package org.vinculum.qemu.physical;
