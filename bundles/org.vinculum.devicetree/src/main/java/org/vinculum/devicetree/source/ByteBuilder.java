package org.vinculum.devicetree.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow at the end; big-endian integers of any width.
final class ByteBuilder {
    private byte[] bytes = new byte[16];
    private int length;

    int length() {
        return length;
    }

    void add(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void add(byte[] more) {
        add(more, 0, more.length);
    }

    void add(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    /// @param width in bytes, 1 to 8
    void addInteger(long value, int width) {
        for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
            add((int) (value >>> shift));
        }
    }

    /// One byte a character, and a NUL.
    void addString(String text) {
        add(text.getBytes(StandardCharsets.ISO_8859_1));
        add(0);
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, count)));
        }
    }
}
