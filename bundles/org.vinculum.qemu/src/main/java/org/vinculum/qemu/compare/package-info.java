/// The same stock guest beside itself: without an SMMU, on QEMU's own, on ours.
package org.vinculum.qemu.compare;
