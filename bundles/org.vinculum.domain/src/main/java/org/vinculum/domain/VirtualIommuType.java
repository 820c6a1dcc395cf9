package org.vinculum.domain;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/// A kind of virtual IOMMU that domains may have. A service; vendors bring their own.
@ConsumerType
public interface VirtualIommuType {
    /// As [VirtualIommuDescription#type()].
    String name();

    /// Makes one, in the state after reset, with no streams.
    ///
    /// @param hosts the physical SMMUs behind it, each confined to the domain; at least one
    /// @throws MachineRefusedException when these SMMUs cannot stand behind one virtual IOMMU, with the reasons
    VirtualIommu create(
            VirtualIommuDescription description,
            GuestSurroundings surroundings,
            List<HostSmmu> hosts);
}
