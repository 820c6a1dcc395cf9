/// What an SMMU whose registers are watched owes a driver that relies on the order of its accesses.
package org.vinculum.qemu.wake;
