package org.vinculum.scenario.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.vinculum.firmware.InputFile;

/// Writes JSON objects, one a line, until the file is as long as a reader takes.
final class LineWriter implements AutoCloseable {
    /// Bytes of a file.
    static final long MAX_SIZE = InputFile.DEFAULT_CAP;

    private static final int DIGITS = 10;

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final JsonGenerator json;
    private long size;
    private boolean full;

    /// The members of a line.
    interface Members {
        void write(Fields fields) throws IOException;
    }

    LineWriter(OutputStream out) {
        this.out = out;
        try {
            json = JsonFactory.builder().build().createGenerator(line);
            json.setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void line(Members members) {
        if (full) {
            return;
        }
        try {
            line.reset();
            json.writeStartObject();
            members.write(new Fields(json));
            json.writeEndObject();
            json.flush();
            line.write('\n');
            put();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put() throws IOException {
        full = size + line.size() > MAX_SIZE;
        if (!full) {
            line.writeTo(out);
            size += line.size();
        }
    }

    boolean isFull() {
        return full;
    }

    long size() {
        return size;
    }

    @Override
    public void close() {
        try (out) {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Numbers of a single digit are written as they are, others in hexadecimal.
    record Fields(JsonGenerator json) {
        void text(String key, String value) throws IOException {
            json.writeStringField(key, value);
        }

        void flag(String key, boolean value) throws IOException {
            json.writeBooleanField(key, value);
        }

        void number(String key, long value) throws IOException {
            json.writeFieldName(key);
            number(value);
        }

        void words(String key, long... words) throws IOException {
            json.writeArrayFieldStart(key);
            for (long word : words) {
                number(word);
            }
            json.writeEndArray();
        }

        private void number(long value) throws IOException {
            if (value >= 0 && value < DIGITS) {
                json.writeNumber(value);
            } else {
                json.writeString(hex(value));
            }
        }
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
