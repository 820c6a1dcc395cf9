package org.vinculum.acpi.iort.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A table of known length while it is written, little-endian; what nothing is written to stays zero.
///
/// Every method throws `IllegalArgumentException` for a place outside the table or a value too large for its field.
final class TableOutput {
    private final ByteBuffer bytes;
    private final int length;

    /// @param length bytes of the table
    /// @param room bytes of the file, at least `length`
    TableOutput(int length, int room) {
        this.length = length;
        this.bytes = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes() {
        return bytes.array();
    }

    void u8(long at, long value) {
        bytes.put(place(at, 1), (byte) fitting(value, 8));
    }

    void u16(long at, long value) {
        bytes.putShort(place(at, 2), (short) fitting(value, 16));
    }

    void u32(long at, long value) {
        bytes.putInt(place(at, 4), (int) fitting(value, 32));
    }

    /// All 32 bits of a field that is an `int` in the model.
    void word(long at, int value) {
        bytes.putInt(place(at, 4), value);
    }

    void u64(long at, long value) {
        bytes.putLong(place(at, 8), value);
    }

    void copy(long at, byte[] source) {
        bytes.put(place(at, source.length), source);
    }

    /// The characters, one byte each, and nothing behind them.
    void text(long at, String text) {
        int start = place(at, text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff) {
                throw new IllegalArgumentException(
                        "a character that is no byte, " + TableInput.hex(c));
            }
            bytes.put(start + i, (byte) c);
        }
    }

    private int place(long at, int size) {
        if (at < 0 || at + size > length) {
            throw new IllegalArgumentException(
                    size
                            + " bytes at "
                            + TableInput.hex(at)
                            + " are outside the table of "
                            + length
                            + " bytes");
        }
        return (int) at;
    }

    private static long fitting(long value, int bits) {
        if (value >>> bits != 0) {
            throw new IllegalArgumentException(value + " does not fit into " + bits + " bits");
        }
        return value;
    }
}
