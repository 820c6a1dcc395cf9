package org.vinculum.toolstack.partial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.view.TreeIndex;
import org.vinculum.toolstack.guest.GuestMap;

/// What of a completed partial tree reaches the guest, and what stays for the toolstack that reads it next.
public final class GuestView {
    private static final String PREFIX = "xen,";
    private static final String DOM0LESS = "xen,reg";

    private GuestView() {}

    /// `/passthrough` for the guest: without `xen,` properties, interrupts going to the guest's own controller.
    public static Node passthrough(PartialTree partial) {
        Node copy = partial.passthrough().copy();
        Set<Integer> placeholders = interruptPlaceholders(partial.tree());
        for (Node node : nodes(copy)) {
            for (Property property : List.copyOf(node.properties())) {
                if (property.name().startsWith(PREFIX)) {
                    node.remove(property.name());
                }
            }
            redirect(node, placeholders);
        }
        return copy;
    }

    public static Optional<Node> aliases(PartialTree partial) {
        return partial.tree().root().child("aliases").map(Node::copy);
    }

    /// The completed partial tree as a file. libxl copies it verbatim, so `xen,` properties go; Xen's dom0less strips
    /// them itself and needs them, so a node in its form, with `xen,reg`, keeps them.
    public static DeviceTree file(PartialTree partial) {
        DeviceTree copy = partial.tree().copy();
        for (Node node : nodes(copy.root().child("passthrough").orElseThrow())) {
            if (!node.has(DOM0LESS) && !node.has("xen,force-assign-without-iommu")) {
                node.remove(DeviceLinks.XEN_PATH);
            }
        }
        return copy;
    }

    // dom0less lets a node beside /passthrough stand for the interrupt controller that Xen makes.
    private static Set<Integer> interruptPlaceholders(DeviceTree tree) {
        Set<Integer> phandles = new HashSet<>();
        for (Node node : tree.root().children()) {
            OptionalInt phandle = TreeIndex.phandleOf(node);
            if (phandle.isPresent()
                    && (node.has("interrupt-controller") || node.name().equals("gic"))) {
                phandles.add(phandle.getAsInt());
            }
        }
        return phandles;
    }

    private static void redirect(Node node, Set<Integer> placeholders) {
        Property parent = node.property("interrupt-parent").orElse(null);
        if (parent != null && parent.length() == 4 && placeholders.contains(parent.cell(0))) {
            node.set(Property.cells("interrupt-parent", GuestMap.PHANDLE_GIC));
        }
    }

    private static List<Node> nodes(Node root) {
        List<Node> nodes = new ArrayList<>();
        Deque<Node> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            Node node = pending.pop();
            nodes.add(node);
            node.children().forEach(pending::push);
        }
        return nodes;
    }
}
