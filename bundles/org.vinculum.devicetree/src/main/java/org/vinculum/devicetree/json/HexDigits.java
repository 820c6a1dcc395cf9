package org.vinculum.devicetree.json;

import java.io.Reader;
import org.vinculum.devicetree.model.Property;

/// A value as pairs of lower-case hexadecimal digits, produced while they are read.
final class HexDigits extends Reader {
    private final Property property;
    private int at;

    HexDigits(Property property) {
        this.property = property;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        int count = Math.min(length, property.length() * 2 - at);
        for (int i = 0; i < count; i++, at++) {
            int octet = property.byteAt(at / 2);
            target[offset + i] = Character.forDigit(at % 2 == 0 ? octet >> 4 : octet & 15, 16);
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
