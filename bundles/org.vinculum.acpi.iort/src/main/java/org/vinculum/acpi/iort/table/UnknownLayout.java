package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.UnknownNode;

/// A node of which only the header is understood: the rest is bytes.
final class UnknownLayout {
    private UnknownLayout() {}

    static UnknownNode read(NodeInput in) {
        return new UnknownNode(in.head(), in.type(), in.rest(NodeHead.LENGTH), in.mappings());
    }

    static void write(UnknownNode node, NodeOutput out) {
        out.head(node, NodeHead.LENGTH + node.body().length);
        out.copy(NodeHead.LENGTH, node.body());
    }
}
