package org.vinculum.devicetree.source;

import java.nio.ByteBuffer;
import java.util.List;

/// A property's value as written: bytes, the references in them in order, and the labels inside.
record SourceValue(byte[] bytes, List<Reference> references, List<String> labels) {
    static final SourceValue EMPTY = of(new byte[0]);

    static SourceValue of(byte[] bytes) {
        return new SourceValue(bytes, List.of(), List.of());
    }

    /// A string with its NUL, one byte a character.
    static SourceValue string(String text) {
        ByteBuilder bytes = new ByteBuilder();
        bytes.addString(text);
        return of(bytes.toArray());
    }

    /// One cell.
    static SourceValue cell(int cell) {
        return of(ByteBuffer.allocate(4).putInt(cell).array());
    }

    /// The first cell of a value that has at least four bytes.
    int firstCell() {
        return ByteBuffer.wrap(bytes).getInt();
    }
}
