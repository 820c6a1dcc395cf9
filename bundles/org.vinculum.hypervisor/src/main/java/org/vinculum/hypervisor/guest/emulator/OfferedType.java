package org.vinculum.hypervisor.guest.emulator;

import org.vinculum.domain.VirtualIommuType;

/// A type of virtual IOMMU that somebody offers.
///
/// @param name its [VirtualIommuType#name()]
/// @param version of the service, for people; empty for none
public record OfferedType(VirtualIommuType type, String name, String version) {
    /// `smmuv3 0.1.0`.
    public String title() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
