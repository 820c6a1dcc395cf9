package org.vinculum.devicetree.model;

/// Shows a value as people write it in source: text where every byte says so, else cells, else bytes.
final class PropertyText {
    private final Property property;
    private final StringBuilder text = new StringBuilder();

    PropertyText(Property property) {
        this.property = property;
    }

    static String of(Property property) {
        return new PropertyText(property).render();
    }

    private String render() {
        if (property.length() == 0) {
            return "";
        }
        if (isText()) {
            strings();
        } else if (property.length() % 4 == 0) {
            cells();
        } else {
            bytes();
        }
        return text.toString();
    }

    // Strings that are printable, not empty and each ended by a NUL.
    private boolean isText() {
        boolean afterNul = true;
        for (int i = 0; i < property.length(); i++) {
            int b = property.byteAt(i);
            boolean printable = b >= 0x20 && b < 0x7f;
            if (!printable && (b != 0 || afterNul)) {
                return false;
            }
            afterNul = b == 0;
        }
        return afterNul;
    }

    private void strings() {
        String separator = "\"";
        for (String string : property.strings()) {
            text.append(separator);
            text.append(string.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            separator = ", \"";
        }
    }

    private void cells() {
        for (int i = 0; i < property.cellCount(); i++) {
            text.append(i == 0 ? "<" : " ").append("0x");
            text.append(Integer.toHexString(property.cell(i)));
        }
        text.append('>');
    }

    private void bytes() {
        for (int i = 0; i < property.length(); i++) {
            int b = property.byteAt(i);
            text.append(i == 0 ? '[' : ' ');
            text.append(Character.forDigit(b >> 4, 16)).append(Character.forDigit(b & 15, 16));
        }
        text.append(']');
    }
}
