package org.vinculum.acpi.iort.json;

/// Numbers and bytes as hexadecimal digits.
final class Hex {
    private Hex() {}

    /// `0x` and as few lower-case digits as the value needs.
    static String of(long value) {
        return "0x" + Long.toHexString(value);
    }

    /// Whether a text starts like a number, which no label may do.
    static boolean looksLikeNumber(String text) {
        return text.startsWith("0x") || text.startsWith("0X");
    }

    /// Whether a text is `0x` and a number of at most `bits` bits.
    static boolean isNumber(String text, int bits) {
        int digits = text.length() - 2;
        if (!text.startsWith("0x") || digits < 1 || digits > 16) {
            return false;
        }
        for (int i = 2; i < text.length(); i++) {
            if (digit(text.charAt(i)) < 0) {
                return false;
            }
        }
        return bits == Long.SIZE || number(text) >>> bits == 0;
    }

    static long number(String text) {
        return Long.parseUnsignedLong(text, 2, text.length(), 16);
    }

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

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
