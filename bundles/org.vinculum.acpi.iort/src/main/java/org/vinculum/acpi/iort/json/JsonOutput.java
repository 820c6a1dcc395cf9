package org.vinculum.acpi.iort.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;

/// Members in the spellings of a table's JSON. What is zero and means that nothing is said is left out.
final class JsonOutput implements AutoCloseable {
    private final JsonGenerator json;
    private final FlatLayout layout = new FlatLayout();

    JsonOutput(OutputStream out) throws IOException {
        json =
                JsonFactory.builder()
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build()
                        .createGenerator(out);
        json.setPrettyPrinter(layout);
    }

    void start() throws IOException {
        json.writeStartObject();
        layout.enter();
    }

    void start(String name) throws IOException {
        json.writeObjectFieldStart(name);
        layout.enter();
    }

    /// Starts an object that stands on one line with all that is in it.
    void startFlat() throws IOException {
        json.writeStartObject();
        layout.enterFlat();
    }

    void startFlat(String name) throws IOException {
        json.writeObjectFieldStart(name);
        layout.enterFlat();
    }

    void end() throws IOException {
        json.writeEndObject();
        layout.leave();
    }

    void startArray(String name) throws IOException {
        json.writeArrayFieldStart(name);
        layout.enter();
    }

    void startFlatArray(String name) throws IOException {
        json.writeArrayFieldStart(name);
        layout.enterFlat();
    }

    void endArray() throws IOException {
        json.writeEndArray();
        layout.leave();
    }

    void text(String name, String value) throws IOException {
        json.writeStringField(name, value);
    }

    void hex(String name, long value) throws IOException {
        text(name, Hex.of(value));
    }

    void hexUnlessZero(String name, long value) throws IOException {
        if (value != 0) {
            hex(name, value);
        }
    }

    /// A field of 32 bits.
    void wordUnlessZero(String name, int value) throws IOException {
        hexUnlessZero(name, Integer.toUnsignedLong(value));
    }

    void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    void numberUnlessZero(String name, long value) throws IOException {
        if (value != 0) {
            number(name, value);
        }
    }

    void truth(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    /// A flag, when it is set.
    void flag(String name, boolean set) throws IOException {
        if (set) {
            truth(name, true);
        }
    }

    /// The name of a number, or the number when it has none.
    void named(String name, Names names, long value) throws IOException {
        String known = names.name(value);
        if (known == null) {
            number(name, value);
        } else {
            text(name, known);
        }
    }

    void bytes(String name, byte[] value) throws IOException {
        text(name, HexFormat.of().formatHex(value));
    }

    void texts(String name, List<String> values) throws IOException {
        startFlatArray(name);
        for (String value : values) {
            json.writeString(value);
        }
        endArray();
    }

    /// An array of fields of 32 bits.
    void words(String name, List<Integer> values) throws IOException {
        startFlatArray(name);
        for (int value : values) {
            json.writeNumber(Integer.toUnsignedLong(value));
        }
        endArray();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
