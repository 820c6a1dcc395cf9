package org.vinculum.scenario.file;

/// Numbers as scenarios write them: JSON numbers, or hexadecimal ones in a string; 64 bits, unsigned.
final class Numbers {
    private static final int HEX_DIGITS = 16;

    private Numbers() {}

    /// Whether a value is a number of at most `bits` bits.
    static boolean isNumber(Value value, int bits) {
        if (!isNumber(value)) {
            return false;
        }
        return bits == Long.SIZE || number(value) >>> bits == 0;
    }

    /// The number; only for what [#isNumber] says is one.
    static long number(Value value) {
        return switch (value) {
            case Value.Whole(_, String digits) -> Long.parseUnsignedLong(digits);
            case Value.Text(_, String text) -> Long.parseUnsignedLong(text, 2, text.length(), 16);
            default -> throw new IllegalArgumentException("no number: " + value);
        };
    }

    private static boolean isNumber(Value value) {
        return switch (value) {
            case Value.Whole(_, String digits) -> isDecimal(digits);
            case Value.Text(_, String text) -> isHex(text);
            default -> false;
        };
    }

    private static boolean isDecimal(String digits) {
        try {
            Long.parseUnsignedLong(digits);
            return digits.charAt(0) != '-';
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isHex(String text) {
        if (!text.startsWith("0x") || text.length() == 2 || text.length() > 2 + HEX_DIGITS) {
            return false;
        }
        for (int i = 2; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
