/// An SMMU that a guest has from a hypervisor: stage 1 is the guest's, stage 2 and the hardware behind are not.
package org.vinculum.qemu.domain;
