package org.vinculum.devicetree.overlay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Which node of the base has which phandle (DTSpec 0.4, 2.3.3), kept up to date while fragments are merged.
final class Phandles {
    private final Map<Integer, Node> nodes = new HashMap<>();
    private int highest;

    Phandles(DeviceTree tree) {
        tree.nodes().forEach(this::add);
    }

    /// Takes note of a node's phandle; the first node with one keeps it.
    void add(Node node) {
        int phandle = of(node);
        if (phandle != 0) {
            nodes.putIfAbsent(phandle, node);
            if (Integer.compareUnsigned(phandle, highest) > 0) {
                highest = phandle;
            }
        }
    }

    Optional<Node> node(int phandle) {
        return Optional.ofNullable(nodes.get(phandle));
    }

    /// Unsigned, 0 when no node has a phandle.
    int highest() {
        return highest;
    }

    /// The node's phandle, 0 when it has none of four bytes.
    static int of(Node node) {
        return cell(node, "phandle").or(() -> cell(node, "linux,phandle")).orElse(0);
    }

    static boolean isPhandle(Property property) {
        return property.name().equals("phandle") || property.name().equals("linux,phandle");
    }

    private static Optional<Integer> cell(Node node, String name) {
        return node.property(name).filter(p -> p.length() == 4).map(p -> p.cell(0));
    }
}
