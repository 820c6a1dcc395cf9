package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.UnknownNode;

/// A node of a type without a name as JSON: the bytes behind its header, and its mappings.
final class UnknownForm implements NodeForm<UnknownNode> {
    private final int type;

    UnknownForm(int type) {
        this.type = type;
    }

    @Override
    public void write(UnknownNode node, JsonOutput json, Labels labels) throws IOException {
        json.bytes("body", seen(node).body());
    }

    /// The node as [#read] sees it: the bytes of mappings that end the node are told once, as mappings.
    static UnknownNode seen(UnknownNode node) {
        List<IdMapping> mappings = node.mappings().entries();
        long start = node.mappings().offset();
        long end = start + (long) mappings.size() * IdMapping.LENGTH;
        boolean last = start >= NodeHead.LENGTH && end == NodeHead.LENGTH + node.body().length;
        byte[] body =
                last && !mappings.isEmpty()
                        ? Arrays.copyOf(node.body(), (int) start - NodeHead.LENGTH)
                        : node.body();
        return new UnknownNode(node.head(), node.type(), body, TableArray.of(mappings));
    }

    @Override
    public UnknownNode read(NodeSource source) {
        byte[] body = source.members().bytes("body");
        return new UnknownNode(source.head(0), type, body, source.mappings());
    }
}
