package org.vinculum.commands.print;

/// Makes text from untrusted files harmless for a terminal: a property value must not move the cursor or set a title.
final class Printable {
    private Printable() {}

    /// The text with every control and direction-changing character written as `\x1b` or `\u202e`.
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static boolean isUnsafe(char c) {
        if (c < 0x7f) {
            return c < 0x20;
        }
        return c < 0xa0
                || c >= 0x200b && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2060 && c <= 0x2069
                || c == 0xfeff;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isUnsafe(c)) {
                safe.append(c);
            } else if (c < 0x100) {
                safe.append("\\x").append(Character.forDigit(c >> 4, 16));
                safe.append(Character.forDigit(c & 15, 16));
            } else {
                safe.append("\\u").append(Integer.toHexString(c));
            }
        }
        return safe.toString();
    }
}
