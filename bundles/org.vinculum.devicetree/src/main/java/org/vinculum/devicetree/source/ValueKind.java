package org.vinculum.devicetree.source;

import org.vinculum.devicetree.model.Property;

/// What a value looks like, going by its bytes alone; a guess, since a blob does not say.
public enum ValueKind {
    /// Printable text ended by a NUL, with no more NULs than other characters.
    STRINGS,
    /// Any other value whose length divides by four.
    CELLS,
    /// The rest.
    BYTES;

    /// The kind dtc 1.6.1 guesses. An empty value is `CELLS` of none.
    public static ValueKind of(Property property) {
        int length = property.length();
        int nuls = 0;
        boolean text = length > 0 && property.byteAt(length - 1) == 0;
        for (int i = 0; text && i < length; i++) {
            int c = property.byteAt(i);
            nuls += c == 0 ? 1 : 0;
            text = c == 0 || c >= 0x20 && c < 0x7f || c >= 7 && c <= 13;
        }
        if (text && nuls <= length - nuls) {
            return STRINGS;
        }
        return length % 4 == 0 ? CELLS : BYTES;
    }
}
