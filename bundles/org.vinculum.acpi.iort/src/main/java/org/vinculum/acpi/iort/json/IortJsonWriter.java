package org.vinculum.acpi.iort.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.UnknownNode;

/// Writes a table as JSON (`docs/iort.schema.json`): what it means, and of its bytes what the meaning does not give.
public final class IortJsonWriter {
    private final Iort table;
    private final JsonOutput json;
    private final Labels labels;

    private IortJsonWriter(Iort table, JsonOutput json) {
        this.table = table;
        this.json = json;
        this.labels = Labels.of(table);
    }

    /// The document in ASCII, ended by a line feed.
    ///
    /// @throws IllegalArgumentException when the table cannot be written as bytes either
    public static byte[] write(Iort table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        try (JsonOutput json = new JsonOutput(out)) {
            new IortJsonWriter(table, json).writeDocument();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void writeDocument() throws IOException {
        json.start();
        json.number("format", 1);
        HeaderForm.write(table.header(), json);
        json.startArray("nodes");
        for (IortNode node : table.nodes()) {
            writeNode(node);
        }
        json.endArray();
        TablePlaces.write(table, IortWriter.write(table), json);
        SlackForm.write(SlackForm.outside(table), 0, json);
        json.end();
    }

    private void writeNode(IortNode node) throws IOException {
        NodeHead head = node.head();
        json.start();
        json.text("label", labels.of(node));
        NodeForms.writeType(node, json);
        json.number("revision", head.revision());
        json.number("identifier", head.identifier());
        NodeForms.write(node, json, labels);
        MappingForm.write(node.mappings().entries(), json, labels);
        NodePlaces.write(node, seen(node), json);
        long end = head.offset() + head.length();
        SlackForm.write(SlackForm.within(table.slack(), head.offset(), end), head.offset(), json);
        json.end();
    }

    private static IortNode seen(IortNode node) {
        return node instanceof UnknownNode unknown ? UnknownForm.seen(unknown) : node;
    }
}
