package org.vinculum.devicetree.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Reads properties: the value from `bytes`, `strings` or `cells`, of which all that are there must agree.
final class PropertyReader {
    private final JsonInput json;

    PropertyReader(JsonInput json) {
        this.json = json;
    }

    /// Reads the array that is the next value into a node.
    void read(Node node) {
        json.next(JsonToken.START_ARRAY, "an array of properties");
        while (json.next() != JsonToken.END_ARRAY) {
            json.takeItem();
            Property property = readProperty();
            if (node.has(property.name())) {
                throw json.expected("a property that the node does not have yet");
            }
            node.append(property);
        }
    }

    private Property readProperty() {
        String name = null;
        byte[] value = null;
        while (json.nextField()) {
            if (json.name().equals("name")) {
                name = readName();
            } else {
                value = agreeing(value, readValue(json.name()));
            }
        }
        if (name == null || value == null) {
            throw json.expected("a property's name and its bytes, strings or cells");
        }
        return Property.viewing(name, value, 0, value.length);
    }

    private String readName() {
        String name = json.nextString("the name of a property");
        if (name.isEmpty() || !Names.isWritable(name)) {
            throw json.expected("a name of one-byte characters");
        }
        return name;
    }

    private byte[] readValue(String form) {
        return switch (form) {
            case "bytes" -> readBytes();
            case "strings" -> readStrings();
            case "cells" -> readCells();
            default -> throw json.expected("name, bytes, strings or cells");
        };
    }

    private byte[] agreeing(byte[] before, byte[] now) {
        if (before != null && !Arrays.equals(before, now)) {
            throw json.expected("all forms of a value to agree");
        }
        return now;
    }

    private byte[] readBytes() {
        byte[] bytes = Hex.bytes(json.nextString("bytes"));
        if (bytes == null) {
            throw json.expected("pairs of hexadecimal digits");
        }
        return bytes;
    }

    private byte[] readStrings() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        json.nextStrings(
                "strings",
                string -> {
                    requireOneByte(string);
                    bytes.writeBytes(string.getBytes(StandardCharsets.ISO_8859_1));
                    bytes.write(0);
                });
        return bytes.toByteArray();
    }

    private void requireOneByte(String string) {
        for (int i = 0; i < string.length(); i++) {
            if (string.charAt(i) == 0 || string.charAt(i) > 0xff) {
                throw json.expected("strings of one-byte characters without NUL");
            }
        }
    }

    private byte[] readCells() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        json.nextStrings(
                "hexadecimal cells in quotes",
                text -> {
                    if (!Hex.isNumber(text, 32)) {
                        throw json.expected("cells of at most 32 bits like \"0x1f\"");
                    }
                    writeCell(bytes, (int) Hex.number(text));
                });
        return bytes.toByteArray();
    }

    private static void writeCell(ByteArrayOutputStream bytes, int cell) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write(cell >>> shift);
        }
    }
}
