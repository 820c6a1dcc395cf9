package org.vinculum.acpi.model;

import java.util.Arrays;

/// A node of a type that this version does not know, or one too short for its type: kept as it is.
///
/// @param body everything behind the header, mappings included; not copied, never to be changed
public record UnknownNode(NodeHead head, int type, byte[] body, TableArray<IdMapping> mappings)
        implements IortNode {
    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownNode node
                && node.head.equals(head)
                && node.type == type
                && Arrays.equals(node.body, body)
                && node.mappings.equals(mappings);
    }

    @Override
    public int hashCode() {
        return head.hashCode() * 31 + Arrays.hashCode(body);
    }
}
