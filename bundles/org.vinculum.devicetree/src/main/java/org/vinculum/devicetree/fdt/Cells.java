package org.vinculum.devicetree.fdt;

import org.vinculum.devicetree.model.Property;

/// An output of known size that is filled from its start, big-endian.
final class Cells {
    private final byte[] out;
    private int at;

    Cells(int size) {
        this.out = new byte[size];
    }

    byte[] bytes() {
        return out;
    }

    void moveTo(int offset) {
        at = offset;
    }

    void u8(int value) {
        out[at++] = (byte) value;
    }

    void u32(int value) {
        out[at] = (byte) (value >>> 24);
        out[at + 1] = (byte) (value >>> 16);
        out[at + 2] = (byte) (value >>> 8);
        out[at + 3] = (byte) value;
        at += 4;
    }

    void u64(long value) {
        u32((int) (value >>> 32));
        u32((int) value);
    }

    /// A name and its NUL.
    ///
    /// @throws IllegalArgumentException when a character is none that a blob can hold
    void name(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == 0 || c > 0xff) {
                throw new IllegalArgumentException("not a name for a blob: " + name);
            }
            out[at + i] = (byte) c;
        }
        at += name.length() + 1;
    }

    void bytes(Bytes bytes) {
        System.arraycopy(bytes.source(), bytes.offset(), out, at, bytes.length());
        at += bytes.length();
    }

    void value(Property property) {
        property.copyTo(out, at);
        at += property.length();
    }

    /// Leaves zeros up to the next multiple of four.
    void align() {
        at = padded(at);
    }

    /// The next multiple of four.
    static int padded(int length) {
        return length + 3 & ~3;
    }
}
