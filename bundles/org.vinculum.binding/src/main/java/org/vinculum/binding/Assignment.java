package org.vinculum.binding;

import java.util.List;
import java.util.OptionalInt;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;

/// What an [IdMapper] is asked to bind: the streams of one domain, in configuration order, and the IDs already fixed.
///
/// @param viommus the virtual SMMUs without their final `sidBits` (0 stands for "the least that fits")
/// @param claims every stream of every device, platform devices first, in configuration order
/// @param fixed IDs to be honoured; in order of precedence, at most one for a stream
public record Assignment(
        String domain, List<VirtualIommuNode> viommus, List<Claim> claims, List<FixedId> fixed) {
    public Assignment {
        viommus = List.copyOf(viommus);
        claims = List.copyOf(claims);
        fixed = List.copyOf(fixed);
    }

    /// One device's use of one stream.
    ///
    /// @param viommu index of the virtual SMMU in front of the stream
    /// @param device host path, PCI address or named component
    /// @param guestNode the node that stands for it in the guest
    /// @param vrid requester ID on the virtual host bridge; empty for platform devices
    public record Claim(
            int viommu,
            PhysicalStream physical,
            String device,
            String guestNode,
            OptionalInt vrid) {}

    /// @param place where the user or the previous binding says so, for messages
    public record FixedId(
            PhysicalStream physical, int viommu, StreamId vsid, Origin origin, String place) {}
}
