package org.vinculum.binding;

import java.util.List;
import java.util.OptionalInt;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;

/// One entry of the map (domain, vSID) ⇄ (physical IOMMU, pSID).
///
/// @param viommu index into [Binding#viommus()]
/// @param devices host device-tree paths, PCI addresses or named components that issue it, in configuration order
/// @param guestNodes the guest nodes that stand for `devices`
/// @param vrid requester ID on the virtual PCI host bridge; empty for platform devices
public record BoundStream(
        int viommu,
        StreamId vsid,
        PhysicalStream physical,
        List<String> devices,
        List<String> guestNodes,
        OptionalInt vrid,
        Origin origin) {}
