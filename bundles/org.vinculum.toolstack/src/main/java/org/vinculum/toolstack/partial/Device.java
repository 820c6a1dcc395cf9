package org.vinculum.toolstack.partial;

import java.util.List;
import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.firmware.Master;

/// A platform device of the host that goes to the guest, and the node that stands for it there.
///
/// @param path on the host
/// @param master its streams; empty for one that stands behind no IOMMU
/// @param node in the partial tree; empty for one that only ACPI describes
/// @param object full path of its ACPI object in the guest; empty without ACPI and without streams
/// @param place where the user asks for it, for messages
public record Device(
        String path,
        Optional<Master> master,
        Optional<Node> node,
        Optional<String> object,
        String place) {
    /// Where the guest finds it.
    public String guestPath() {
        return node.map(Node::path).or(() -> object).orElse(path);
    }

    /// The same device with an object in the guest's namespace.
    public Device called(String name) {
        return new Device(path, master, node, Optional.of(name), place);
    }

    /// Whether its node says this.
    public boolean says(String property) {
        return node.isPresent() && node.get().has(property);
    }

    public List<Master.StreamUse> streams() {
        return master.map(Master::streams).orElse(List.of());
    }
}
