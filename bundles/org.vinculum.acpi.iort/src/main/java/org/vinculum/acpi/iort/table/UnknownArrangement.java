package org.vinculum.acpi.iort.table;

import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.UnknownNode;

/// A node that is not understood, moved as a whole: its body may point into itself, so that nothing in it changes its
/// place. Only its mappings are brought up to date; those that lay outside it follow it.
///
/// @param offset the node's new place in the table
/// @param relocation what its references become
record UnknownArrangement(long offset, Relocation relocation) {
    UnknownNode of(UnknownNode node) {
        NodeSpace space = new NodeSpace(NodeHead.LENGTH + (long) node.body().length);
        TableArray<IdMapping> mappings = mappings(node, space);
        NodeHead head = space.head(node.head(), offset);
        return new UnknownNode(head, node.type(), body(node, mappings, head), mappings);
    }

    private TableArray<IdMapping> mappings(UnknownNode node, NodeSpace space) {
        List<IdMapping> moved = relocation.of(node.mappings().entries());
        long start = node.mappings().offset();
        long end = start + (long) moved.size() * IdMapping.LENGTH;
        boolean inside = start >= NodeHead.LENGTH && end <= NodeHead.LENGTH + node.body().length;
        return inside && !moved.isEmpty()
                ? new TableArray<>(start, moved.size(), moved)
                : space.place(moved, EntryLayout.MAPPING);
    }

    private static byte[] body(UnknownNode node, TableArray<IdMapping> mappings, NodeHead head) {
        int length = head.length() - NodeHead.LENGTH;
        TableOutput body = new TableOutput(length, length);
        body.copy(0, node.body());
        long at = mappings.offset() - NodeHead.LENGTH;
        for (IdMapping mapping : mappings.entries()) {
            EntryLayout.MAPPING.write(mapping, body, at);
            at += IdMapping.LENGTH;
        }
        return body.bytes();
    }
}
