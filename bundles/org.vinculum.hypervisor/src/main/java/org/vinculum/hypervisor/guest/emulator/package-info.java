/// The virtual IOMMU in its place, and how another one takes over from it while the guest goes on.
package org.vinculum.hypervisor.guest.emulator;
