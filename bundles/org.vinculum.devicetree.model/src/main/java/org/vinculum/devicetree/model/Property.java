package org.vinculum.devicetree.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A name and a value of bytes (DTSpec 0.4, 2.2.4); immutable. What the bytes mean is the binding's business.
///
/// Names are one character a byte (ISO 8859-1), so that any blob survives reading and writing.
public final class Property {
    private static final byte[] EMPTY = {};

    private final String name;
    private final byte[] source;
    private final int offset;
    private final int length;

    private Property(String name, byte[] source, int offset, int length) {
        this.name = name;
        this.source = source;
        this.offset = offset;
        this.length = length;
    }

    /// A property over a copy of `value`.
    public static Property of(String name, byte[] value) {
        return new Property(name, value.clone(), 0, value.length);
    }

    /// A property that views part of `source`, which nobody may change from now on: how blobs are read without copies.
    ///
    /// @throws IndexOutOfBoundsException when the part is not inside `source`
    public static Property viewing(String name, byte[] source, int offset, int length) {
        java.util.Objects.checkFromIndexSize(offset, length, source.length);
        return new Property(name, source, offset, length);
    }

    /// A property without a value, e.g. `dma-coherent` (DTSpec 0.4, 2.2.4, `<empty>`).
    public static Property empty(String name) {
        return new Property(name, EMPTY, 0, 0);
    }

    /// Big-endian 32-bit cells.
    public static Property cells(String name, int... cells) {
        byte[] value = new byte[cells.length * 4];
        for (int i = 0; i < cells.length; i++) {
            putCell(value, i * 4, cells[i]);
        }
        return new Property(name, value, 0, value.length);
    }

    /// One or more NUL-terminated strings (DTSpec 0.4, 2.2.4, `<stringlist>`).
    public static Property strings(String name, String... strings) {
        byte[] value = (String.join("\0", strings) + "\0").getBytes(StandardCharsets.ISO_8859_1);
        return new Property(name, value, 0, value.length);
    }

    public String name() {
        return name;
    }

    /// The length of the value in bytes.
    public int length() {
        return length;
    }

    /// A copy of the value.
    public byte[] value() {
        return Arrays.copyOfRange(source, offset, offset + length);
    }

    /// The byte at `index`, 0 to 255.
    public int byteAt(int index) {
        java.util.Objects.checkIndex(index, length);
        return source[offset + index] & 0xff;
    }

    /// Copies the value to `target` from `at` on.
    public void copyTo(byte[] target, int at) {
        System.arraycopy(source, offset, target, at, length);
    }

    /// How many whole 32-bit cells the value holds.
    public int cellCount() {
        return length / 4;
    }

    /// Cell `index` of the value.
    ///
    /// @throws IndexOutOfBoundsException when there are fewer cells
    public int cell(int index) {
        java.util.Objects.checkIndex(index, cellCount());
        int at = offset + index * 4;
        return (source[at] & 0xff) << 24
                | (source[at + 1] & 0xff) << 16
                | (source[at + 2] & 0xff) << 8
                | source[at + 3] & 0xff;
    }

    /// All whole cells.
    public int[] cells() {
        int[] cells = new int[cellCount()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(i);
        }
        return cells;
    }

    /// The value as text up to the first NUL, or all of it where there is none.
    public String string() {
        int end = offset;
        while (end < offset + length && source[end] != 0) {
            end++;
        }
        return new String(source, offset, end - offset, StandardCharsets.ISO_8859_1);
    }

    /// The value as strings, split at NULs; a missing last NUL is tolerated.
    public List<String> strings() {
        List<String> strings = new ArrayList<>();
        int start = offset;
        for (int at = offset; at < offset + length; at++) {
            if (source[at] == 0) {
                strings.add(new String(source, start, at - start, StandardCharsets.ISO_8859_1));
                start = at + 1;
            }
        }
        if (start < offset + length) {
            strings.add(
                    new String(
                            source, start, offset + length - start, StandardCharsets.ISO_8859_1));
        }
        return strings;
    }

    /// The value for people, as source would have it: `"text"`, `<0x1 0x2>` or `[0a 0b]`; empty for no value.
    public String text() {
        return PropertyText.of(this);
    }

    /// The same value under another name.
    public Property named(String other) {
        return new Property(other, source, offset, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Property that
                && name.equals(that.name)
                && Arrays.equals(
                        source,
                        offset,
                        offset + length,
                        that.source,
                        that.offset,
                        that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(value());
    }

    @Override
    public String toString() {
        return name + "[" + length + "]";
    }

    private static void putCell(byte[] target, int at, int cell) {
        target[at] = (byte) (cell >>> 24);
        target[at + 1] = (byte) (cell >>> 16);
        target[at + 2] = (byte) (cell >>> 8);
        target[at + 3] = (byte) cell;
    }
}
