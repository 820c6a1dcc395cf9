package org.vinculum.acpi.iort.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Untrusted bytes with little-endian access, and the name of the file they came from for messages.
final class TableInput {
    private final String name;
    private final ByteBuffer bytes;

    TableInput(InputFile file) {
        this.name = file.name();
        this.bytes = ByteBuffer.wrap(file.content()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Bytes of the file.
    int size() {
        return bytes.capacity();
    }

    int u8(int at) {
        return bytes.get(at) & 0xff;
    }

    int u16(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    long u32(int at) {
        return bytes.getInt(at) & 0xffff_ffffL;
    }

    int word(int at) {
        return bytes.getInt(at);
    }

    long u64(int at) {
        return bytes.getLong(at);
    }

    byte[] copy(int from, int to) {
        byte[] copy = new byte[to - from];
        bytes.get(from, copy);
        return copy;
    }

    /// The characters up to the first zero byte, at most up to `end`.
    String terminated(int from, int end) {
        int at = from;
        while (at < end && bytes.get(at) != 0) {
            at++;
        }
        return text(from, at);
    }

    /// The characters of a field of fixed size without the zero bytes at its end.
    String fixed(int from, int size) {
        int end = from + size;
        while (end > from && bytes.get(end - 1) == 0) {
            end--;
        }
        return text(from, end);
    }

    private String text(int from, int end) {
        return new String(bytes.array(), from, end - from, StandardCharsets.ISO_8859_1);
    }

    UnreadableInputException fault(long offset, String expected, String found) {
        return UnreadableInputException.at(name, offset, expected, found);
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
