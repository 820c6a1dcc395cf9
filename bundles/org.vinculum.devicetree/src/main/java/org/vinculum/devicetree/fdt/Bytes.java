package org.vinculum.devicetree.fdt;

import java.util.Objects;

/// A view of bytes that nobody changes.
record Bytes(byte[] source, int offset, int length) {
    Bytes {
        Objects.checkFromIndexSize(offset, length, source.length);
    }

    static Bytes of(byte[] bytes) {
        return new Bytes(bytes, 0, bytes.length);
    }

    static Bytes between(byte[] source, int start, int end) {
        return new Bytes(source, start, end - start);
    }
}
