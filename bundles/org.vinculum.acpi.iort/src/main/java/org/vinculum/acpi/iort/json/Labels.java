package org.vinculum.acpi.iort.json;

import java.util.HashMap;
import java.util.Map;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.UnknownNode;

/// What JSON calls the nodes of a table, so that references still hold after the table was edited.
final class Labels {
    private final Map<Long, String> byOffset;

    private Labels(Map<Long, String> byOffset) {
        this.byOffset = byOffset;
    }

    /// Type and offset, which no two nodes share: `smmuv3@0x48`.
    static Labels of(Iort table) {
        Map<Long, String> labels = HashMap.newHashMap(table.nodes().size());
        for (IortNode node : table.nodes()) {
            labels.put(node.offset(), type(node) + "@" + Hex.of(node.offset()));
        }
        return new Labels(labels);
    }

    String of(IortNode node) {
        return byOffset.get(node.offset());
    }

    /// The label of the node that starts at an offset, or the offset where none does.
    String reference(long offset) {
        String label = byOffset.get(offset);
        return label == null ? Hex.of(offset) : label;
    }

    private static String type(IortNode node) {
        return node instanceof UnknownNode
                ? "type-" + node.type()
                : Names.NODE_TYPES.name(node.type());
    }
}
