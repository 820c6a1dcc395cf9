package org.vinculum.toolstack.config;

import java.util.OptionalLong;

/// Numbers as C's `strtoul` reads them: decimal, `0x` hexadecimal, or octal with a leading 0.
public final class Numbers {
    private Numbers() {}

    /// The value of all of `text`; empty when it is no number or does not fit in 63 bits.
    public static OptionalLong parse(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return parse(text.substring(2), 16);
        }
        return text.length() > 1 && text.charAt(0) == '0'
                ? parse(text.substring(1), 8)
                : parse(text, 10);
    }

    /// The value of all of `text` in a radix, `0x` allowed before hexadecimal digits as xl allows it.
    public static OptionalLong parseHex(String text) {
        boolean prefixed = text.startsWith("0x") || text.startsWith("0X");
        return parse(prefixed ? text.substring(2) : text, 16);
    }

    private static OptionalLong parse(String digits, int radix) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0 || value > (Long.MAX_VALUE - digit) / radix) {
                return OptionalLong.empty();
            }
            value = value * radix + digit;
        }
        return digits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
