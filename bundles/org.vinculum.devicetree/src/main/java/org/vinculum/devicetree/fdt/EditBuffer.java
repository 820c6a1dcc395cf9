package org.vinculum.devicetree.fdt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vinculum.firmware.UnreadableInputException;

/// The bytes of a blob under change: blocks in the order reservations, structure, strings, and what inserting moves.
final class EditBuffer {
    /// Bytes that may be moved and looked at in all, about a second's work; a change of a big blob costs its whole size.
    static final long MOST_WORK = 1L << 32;

    private final String name;
    private final int reservationsStart;
    private final int structStart;
    private byte[] bytes;
    private int structSize;
    private int stringsStart;
    private int stringsSize;
    private long work;

    private EditBuffer(String name, byte[] bytes, Header header) {
        this.name = name;
        this.bytes = bytes;
        this.reservationsStart = header.reservationsOffset();
        this.structStart = header.structOffset();
        this.structSize = header.structSize();
        this.stringsStart = header.stringsOffset();
        this.stringsSize = header.stringsSize();
    }

    /// A copy of a blob that [FdtReader] accepts; blocks in another order are put in order first.
    static EditBuffer of(Blob blob) {
        Header header = Header.read(blob);
        int reservationsEnd = Reservations.read(blob, header).end();
        boolean ordered =
                header.reservationsOffset() >= Header.SIZE
                        && header.structOffset() >= reservationsEnd
                        && header.stringsOffset() >= header.structEnd();
        if (ordered) {
            return new EditBuffer(
                    blob.name(), Arrays.copyOf(blob.content(), header.totalSize()), header);
        }
        Blob packed =
                new Blob(
                        blob.name(),
                        new PackedBlocks(blob.content(), Header.FIRST_VERSION)
                                .reservations(header.reservationsOffset(), reservationsEnd)
                                .struct(header.structOffset(), header.structSize())
                                .strings(header.stringsOffset(), header.stringsSize())
                                .bytes());
        return new EditBuffer(blob.name(), packed.content(), Header.read(packed));
    }

    byte[] bytes() {
        return bytes;
    }

    int structStart() {
        return structStart;
    }

    int u32(int at) {
        return new Blob(name, bytes).u32(at);
    }

    void u32(int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 24 - 8 * i);
        }
    }

    /// Makes `before` bytes of the structure block at `at` `after` bytes; what is new there keeps its old content.
    void replace(int at, int before, int after) {
        splice(at, before, after);
        structSize += after - before;
        stringsStart += after - before;
    }

    /// Whether the property name at an offset of the strings block is `text`.
    boolean isName(int offset, String text) {
        return isText(stringsStart + offset, text);
    }

    /// Whether `text` and a NUL are at an offset.
    boolean isText(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if ((bytes[at + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return bytes[at + text.length()] == 0;
    }

    /// The offset of a name in the strings block, where it is added unless some name ends with it.
    int nameOffset(String text) {
        spend(stringsSize);
        for (int offset = 0; offset + text.length() < stringsSize; offset++) {
            if (isName(offset, text)) {
                return offset;
            }
        }
        int offset = stringsSize;
        byte[] added = (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
        splice(stringsStart + offset, 0, added.length);
        stringsSize += added.length;
        System.arraycopy(added, 0, bytes, stringsStart + offset, added.length);
        return offset;
    }

    byte[] packed() {
        int reservationsEnd = reservationsStart;
        do {
            reservationsEnd += Reservations.ENTRY;
        } while (new Blob(name, bytes).u64(reservationsEnd - 8) != 0);
        return new PackedBlocks(bytes, u32(HeaderFields.LAST_COMP_VERSION))
                .reservations(reservationsStart, reservationsEnd)
                .struct(structStart, structSize)
                .strings(stringsStart, stringsSize)
                .bytes();
    }

    /// Counts work, so that no input keeps us busy for long.
    void spend(long amount) {
        work += amount;
        if (work > MOST_WORK) {
            throw UnreadableInputException.of(
                    name,
                    "changes that move at most " + MOST_WORK + " bytes in place",
                    "changes that move more");
        }
    }

    private void splice(int at, int before, int after) {
        int end = stringsStart + stringsSize;
        spend(end - at);
        long needed = (long) end + after - before;
        if (needed > Integer.MAX_VALUE >> 1) {
            throw UnreadableInputException.of(name, "a result below 1 GiB", needed + " bytes");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) (needed + (needed >> 2)));
        }
        System.arraycopy(bytes, at + before, bytes, at + after, end - at - before);
    }
}
