package org.vinculum.toolstack.partial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.toolstack.guest.GuestMap;
import org.vinculum.toolstack.verdict.Verdict;

/// The part of the guest's tree that describes passed-through devices: `/passthrough`, where all devices live, and
/// `/aliases`. Toolstacks look at nothing else of the file.
///
/// @param name what messages call it
/// @param given whether the user wrote it; otherwise it started empty
public record PartialTree(String name, DeviceTree tree, Node passthrough, boolean given) {
    /// The tree a user gave; empty, with a reason, when it has no `/passthrough`.
    public static Optional<PartialTree> of(String name, DeviceTree tree, Verdict verdict) {
        Optional<Node> passthrough = tree.root().child("passthrough");
        if (passthrough.isEmpty()) {
            verdict.refuse(
                    "partial-passthrough-missing",
                    name,
                    "a partial tree describes its devices below /passthrough, which is not there");
        }
        return passthrough.map(node -> new PartialTree(name, tree, node, true));
    }

    /// A tree without devices, for nodes made from the host's.
    public static PartialTree empty() {
        Node root = cells(new Node(""));
        Node passthrough = root.add(new Node("passthrough"));
        passthrough.set(Property.strings("compatible", "simple-bus"));
        passthrough.set(Property.empty("ranges"));
        cells(passthrough);
        passthrough.set(Property.cells("interrupt-parent", GuestMap.PHANDLE_GIC));
        return new PartialTree("partial tree", DeviceTree.of(root), passthrough, false);
    }

    private static Node cells(Node node) {
        node.set(Property.cells("#address-cells", 2));
        return node.set(Property.cells("#size-cells", 2));
    }

    /// Every node below `/passthrough`, parents before children.
    public List<Node> devices() {
        List<Node> devices = new ArrayList<>();
        Deque<Node> pending = new ArrayDeque<>();
        for (Node node = passthrough; node != null; node = pending.poll()) {
            if (node != passthrough) {
                devices.add(node);
            }
            for (int i = node.children().size() - 1; i >= 0; i--) {
                pending.push(node.children().get(i));
            }
        }
        return devices;
    }

    /// A place in it, for messages.
    public String place(Node node) {
        return name + " " + node.path();
    }
}
