package org.vinculum.devicetree.fdt;

import static org.vinculum.devicetree.fdt.Blob.hex;

/// Steps through the tokens of a structure block (DTSpec 0.4, 5.4), each whole and inside the block.
///
/// A cursor instead of token objects: a board's blob has thousands, and reading one must not make them.
final class Structure {
    static final int BEGIN_NODE = 1;
    static final int END_NODE = 2;
    static final int PROPERTY = 3;
    static final int NOP = 4;
    static final int END = 9;

    private final Blob blob;
    private final byte[] content;
    private final int end;
    private int next;
    private int tokenAt;
    private int start;
    private int length;
    private int nameOffset;

    Structure(Blob blob, Header header) {
        this.blob = blob;
        this.content = blob.content();
        this.next = header.structOffset();
        this.end = header.structEnd();
    }

    /// Moves to the next token and returns it.
    int next() {
        tokenAt = next;
        int token = word(next, "a token");
        next += 4;
        switch (token) {
            case BEGIN_NODE -> name();
            case PROPERTY -> property();
            case END_NODE, NOP, END -> {}
            default ->
                    throw blob.fault(
                            tokenAt, "a token (1, 2, 3, 4 or 9)", hex(token & 0xffff_ffffL));
        }
        return token;
    }

    /// Offset of the token itself.
    int tokenAt() {
        return tokenAt;
    }

    /// Offset of the first byte after the token, its payload and padding.
    int position() {
        return next;
    }

    /// First byte of the node's name or the property's value.
    int start() {
        return start;
    }

    /// Bytes of the node's name without its NUL, or of the property's value.
    int length() {
        return length;
    }

    /// Offset of the property's name in the strings block, not checked, unsigned.
    int nameOffset() {
        return nameOffset;
    }

    private void name() {
        start = next;
        int at = next;
        while (at < end && content[at] != 0) {
            at++;
        }
        if (at == end) {
            throw blob.fault(start, "a NUL that ends the node name", "the end of the block");
        }
        length = at - start;
        next = aligned(at + 1L);
    }

    private void property() {
        long size = word(next, "a property length") & 0xffff_ffffL;
        nameOffset = word(next + 4, "a property name offset");
        start = next + 8;
        if (start + size > end) {
            throw blob.fault(
                    next,
                    "a value of at most "
                            + hex(end - start)
                            + " bytes, all that the block has left",
                    hex(size));
        }
        length = (int) size;
        next = aligned(start + size);
    }

    // The bound is the block's end: a last name or value whose padding is cut off leaves no room
    // for FDT_END anyway.
    private int aligned(long at) {
        return (int) Math.min(at + 3 & ~3L, end);
    }

    private int word(int at, String expected) {
        if (at > end - 4) {
            throw blob.fault(
                    at, expected + " or FDT_END", "the end of the structure block at " + hex(end));
        }
        return blob.u32(at);
    }
}
