package org.vinculum.toolstack.partial;

import java.util.List;
import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.firmware.Master;

/// A platform device of the host that goes to the guest, and the node that stands for it there.
///
/// @param path on the host
/// @param master its streams; empty for one that stands behind no IOMMU
/// @param node in the partial tree
/// @param place where the user asks for it, for messages
public record Device(String path, Optional<Master> master, Node node, String place) {
    /// Where the guest finds it.
    public String guestPath() {
        return node.path();
    }

    public List<Master.StreamUse> streams() {
        return master.map(Master::streams).orElse(List.of());
    }
}
