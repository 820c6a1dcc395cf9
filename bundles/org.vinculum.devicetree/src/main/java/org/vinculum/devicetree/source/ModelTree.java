package org.vinculum.devicetree.source;

import java.util.ArrayDeque;
import java.util.Deque;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Turns a finished source tree into the model's, without what was deleted.
final class ModelTree {
    private record Pair(SourceNode source, Node target) {}

    private ModelTree() {}

    static DeviceTree of(SourceTree tree, int bootCpu) {
        Node root = node(tree.root());
        Deque<Pair> pending = new ArrayDeque<>();
        pending.push(new Pair(tree.root(), root));
        while (!pending.isEmpty()) {
            Pair pair = pending.pop();
            for (SourceNode child : pair.source().children()) {
                if (!child.isDeleted()) {
                    pending.push(new Pair(child, pair.target().add(node(child))));
                }
            }
        }
        return new DeviceTree(root, tree.reservations(), bootCpu, tree.plugin());
    }

    private static Node node(SourceNode source) {
        Node node = new Node(source.name());
        for (String label : source.labels().live()) {
            node.label(label);
        }
        for (SourceProperty property : source.properties()) {
            if (!property.isDeleted()) {
                byte[] value = property.value().bytes();
                node.append(Property.viewing(property.name(), value, 0, value.length));
            }
        }
        return node;
    }
}
