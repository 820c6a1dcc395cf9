package org.vinculum.devicetree.json;

/// Bytes as pairs of lower-case hexadecimal digits.
final class Hex {
    private Hex() {}

    /// The bytes meant, or null where the text is not pairs of digits.
    static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = digit(text.charAt(i * 2));
            int low = digit(text.charAt(i * 2 + 1));
            if (high < 0 || low < 0) {
                return null;
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return text.length() % 2 == 0 ? bytes : null;
    }

    /// Whether a text is `0x` and as many digits as fit in `bits` bits.
    static boolean isNumber(String text, int bits) {
        int digits = text.length() - 2;
        boolean number = text.startsWith("0x") && digits >= 1 && digits <= bits / 4;
        for (int i = 2; number && i < text.length(); i++) {
            number = digit(text.charAt(i)) >= 0;
        }
        return number;
    }

    static long number(String text) {
        return Long.parseUnsignedLong(text, 2, text.length(), 16);
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
