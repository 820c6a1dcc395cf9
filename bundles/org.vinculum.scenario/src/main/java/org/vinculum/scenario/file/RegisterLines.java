package org.vinculum.scenario.file;

import java.util.List;
import java.util.OptionalInt;
import org.vinculum.scenario.line.Line;

/// The lines with which software talks to the model.
final class RegisterLines {
    private static final int ERROR_BITS = 7;

    private RegisterLines() {}

    static Line write(Fields fields) {
        int width = width(fields);
        return new Line.RegisterWrite(
                offset(fields, "write", width), width, fields.number("value", bits(width)));
    }

    static Line read(Fields fields) {
        int width = width(fields);
        return new Line.RegisterRead(
                offset(fields, "read", width),
                width,
                fields.number("expect", bits(width)),
                fields.number("mask", bits(width), -1));
    }

    static Line command(Fields fields) {
        List<Long> words = fields.words("cmd");
        if (words.size() != 2) {
            throw fields.wrong("cmd", "two words", String.valueOf(words.size()));
        }
        OptionalInt error =
                fields.has("cerror")
                        ? OptionalInt.of((int) fields.number("cerror", ERROR_BITS))
                        : OptionalInt.empty();
        return new Line.Command(words.getFirst(), words.getLast(), error);
    }

    private static int width(Fields fields) {
        Value value = fields.take("width");
        long width = fields.number("width", value, Integer.SIZE - 1);
        if (width != Integer.BYTES && width != Long.BYTES) {
            throw fields.wrong("width", value, "4 or 8");
        }
        return (int) width;
    }

    private static long offset(Fields fields, String key, int width) {
        Value value = fields.take(key);
        long offset = fields.number(key, value, Integer.SIZE - 1);
        if (offset % width != 0) {
            throw fields.wrong(key, value, "a multiple of " + width);
        }
        return offset;
    }

    private static int bits(int width) {
        return width * Byte.SIZE;
    }
}
