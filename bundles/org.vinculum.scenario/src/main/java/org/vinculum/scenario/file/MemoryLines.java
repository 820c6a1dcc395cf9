package org.vinculum.scenario.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.vinculum.scenario.line.Line;

/// The lines about memory.
final class MemoryLines {
    private static final long PAGE = 4096;

    private MemoryLines() {}

    static Line ram(Fields fields) {
        return new Line.Memory(pages(fields, "ram"), pages(fields, "size"));
    }

    static Line store(Fields fields) {
        long address = fields.number("mem", Long.SIZE);
        return new Line.Store(address, fields.has("hex") ? hex(fields) : bytes(fields));
    }

    static Line peek(Fields fields) {
        return new Line.Peek(fields.number("peek", Long.SIZE), fields.words("words"));
    }

    private static long pages(Fields fields, String key) {
        Value value = fields.take(key);
        long number = fields.number(key, value, Long.SIZE);
        if (number % PAGE != 0) {
            throw fields.wrong(key, value, "a multiple of " + PAGE);
        }
        return number;
    }

    private static byte[] hex(Fields fields) {
        Value value = fields.take("hex");
        try {
            if (value instanceof Value.Text(_, String digits)) {
                return HexFormat.of().parseHex(digits);
            }
        } catch (IllegalArgumentException _) {
            // refused below
        }
        throw fields.wrong("hex", value, "two hexadecimal digits for each byte");
    }

    private static byte[] bytes(Fields fields) {
        List<Long> words = fields.words("words");
        ByteBuffer bytes =
                ByteBuffer.allocate(words.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        words.forEach(bytes::putLong);
        return bytes.array();
    }
}
