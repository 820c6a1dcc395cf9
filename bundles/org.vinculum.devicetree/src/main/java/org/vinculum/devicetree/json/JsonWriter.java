package org.vinculum.devicetree.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.source.ValueKind;
import org.vinculum.memory.AddressRange;

/// Writes a tree as JSON: `bytes` of a property are what counts, `strings` or `cells` what they look like.
public final class JsonWriter {
    private final JsonGenerator json;

    private JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /// The document in UTF-8, ended by a line feed.
    public static byte[] write(DeviceTree tree) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(printer());
            new JsonWriter(json).writeTree(tree);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static DefaultPrettyPrinter printer() {
        return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    private void writeTree(DeviceTree tree) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", 1);
        json.writeNumberField("bootCpu", Integer.toUnsignedLong(tree.bootCpu()));
        json.writeBooleanField("plugin", tree.plugin());
        json.writeArrayFieldStart("reservations");
        for (AddressRange range : tree.reservations()) {
            json.writeStartObject();
            json.writeStringField("start", "0x" + Long.toHexString(range.start().value()));
            json.writeStringField("size", "0x" + Long.toHexString(range.size()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("root");
        writeNodes(tree.root());
        json.writeEndObject();
    }

    /// A node to be opened, or, where `opened` is true, to be closed.
    private record Step(Node node, boolean opened) {}

    private void writeNodes(Node root) throws IOException {
        Deque<Step> steps = new ArrayDeque<>();
        steps.push(new Step(root, false));
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            if (step.opened()) {
                json.writeEndArray();
                json.writeEndObject();
            } else {
                open(step.node());
                steps.push(new Step(step.node(), true));
                for (Node child : step.node().children().reversed()) {
                    steps.push(new Step(child, false));
                }
            }
        }
    }

    private void open(Node node) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", node.name());
        if (!node.labels().isEmpty()) {
            writeLabels(node.labels());
        }
        json.writeArrayFieldStart("properties");
        for (Property property : node.properties()) {
            write(property);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("nodes");
    }

    private void write(Property property) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", property.name());
        ValueKind kind = ValueKind.of(property);
        if (kind == ValueKind.STRINGS) {
            writeStrings(property);
        } else if (kind == ValueKind.CELLS && property.length() > 0) {
            writeCells(property);
        }
        json.writeFieldName("bytes");
        json.writeString(new HexDigits(property), property.length() * 2);
        json.writeEndObject();
    }

    private void writeLabels(List<String> labels) throws IOException {
        json.writeArrayFieldStart("labels");
        for (String label : labels) {
            json.writeString(label);
        }
        json.writeEndArray();
    }

    /// Each string ends with a NUL, the last one too: that is what makes them strings.
    private void writeStrings(Property property) throws IOException {
        json.writeArrayFieldStart("strings");
        StringBuilder string = new StringBuilder();
        for (int i = 0; i < property.length(); i++) {
            int c = property.byteAt(i);
            if (c == 0) {
                json.writeString(string.toString());
                string.setLength(0);
            } else {
                string.append((char) c);
            }
        }
        json.writeEndArray();
    }

    private void writeCells(Property property) throws IOException {
        json.writeArrayFieldStart("cells");
        for (int i = 0; i < property.cellCount(); i++) {
            json.writeString("0x" + Integer.toHexString(property.cell(i)));
        }
        json.writeEndArray();
    }
}
