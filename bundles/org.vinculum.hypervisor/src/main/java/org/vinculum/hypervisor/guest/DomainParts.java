package org.vinculum.hypervisor.guest;

import java.util.List;
import org.vinculum.domain.VirtualIommuDescription;

/// What a domain consists of.
///
/// @param described the virtual IOMMUs as they were asked for, in their order
/// @param viommus in the same order
record DomainParts(
        AddressSpace space,
        Tenancies tenancies,
        DomainStreams streams,
        List<VirtualIommuDescription> described,
        List<GuestIommu> viommus) {
    /// Ends the guest, releases its streams and gives everything back.
    void close() {
        viommus.forEach(GuestIommu::end);
        streams.detachAll();
        tenancies.closeAll();
        space.close();
    }
}
