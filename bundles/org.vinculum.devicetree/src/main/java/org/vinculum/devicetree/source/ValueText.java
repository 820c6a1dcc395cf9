package org.vinculum.devicetree.source;

import org.vinculum.devicetree.model.Property;

/// Writes values, guessing from the bytes alone whether they are strings, cells or bytes, as dtc does.
final class ValueText {
    private static final String ESCAPED = "\u0007\b\t\n\u000b\f\r\"\\";
    private static final String LETTERS = "abtnvfr\"\\";

    private final StringBuilder out;

    ValueText(StringBuilder out) {
        this.out = out;
    }

    /// Appends an equals sign and the value; nothing for an empty one.
    void append(Property property) {
        if (property.length() == 0) {
            return;
        }
        out.append(" = ");
        if (ValueKind.of(property) == ValueKind.STRINGS) {
            appendStrings(property);
        } else if (ValueKind.of(property) == ValueKind.CELLS) {
            appendCells(property);
        } else {
            appendBytes(property);
        }
    }

    private void appendStrings(Property property) {
        out.append('"');
        int last = property.length() - 1;
        for (int i = 0; i < last; i++) {
            int c = property.byteAt(i);
            int escaped = ESCAPED.indexOf(c);
            if (c == 0) {
                out.append("\", \"");
            } else if (escaped >= 0) {
                out.append('\\').append(LETTERS.charAt(escaped));
            } else {
                out.append((char) c);
            }
        }
        out.append('"');
    }

    private void appendCells(Property property) {
        out.append('<');
        for (int i = 0; i < property.cellCount(); i++) {
            int cell = property.cell(i);
            out.append(i == 0 ? "0x" : " 0x");
            if (cell >>> 4 == 0) {
                out.append('0');
            }
            out.append(Integer.toHexString(cell));
        }
        out.append('>');
    }

    private void appendBytes(Property property) {
        out.append('[');
        for (int i = 0; i < property.length(); i++) {
            int octet = property.byteAt(i);
            if (i > 0) {
                out.append(' ');
            }
            out.append(Character.forDigit(octet >> 4, 16))
                    .append(Character.forDigit(octet & 15, 16));
        }
        out.append(']');
    }
}
