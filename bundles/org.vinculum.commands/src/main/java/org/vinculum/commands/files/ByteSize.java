package org.vinculum.commands.files;

import org.vinculum.commands.verb.UsageException;

/// A number of bytes as people write it: `4096`, `64M`.
public final class ByteSize {
    private static final long MOST = 1L << 30;

    private ByteSize() {}

    /// @param text digits, then nothing or one of K, M, G
    /// @throws UsageException when it is none, 0 or more than 1 GiB
    static int parse(String text) {
        long value = valueOf(text, MOST);
        if (value <= 0) {
            throw new UsageException(
                    "--max-size takes a number of bytes from 1 to 1G, such as 4096, 512K or 64M,"
                            + " not '"
                            + text
                            + "'");
        }
        return (int) value;
    }

    /// @param text digits, then nothing or one of K, M, G
    /// @param most at most 2^52
    /// @return -1 when it is none, or more than `most`
    public static long valueOf(String text, long most) {
        int digits = 0;
        long value = 0;
        while (digits < text.length() && isDigit(text.charAt(digits)) && value <= most) {
            value = value * 10 + text.charAt(digits++) - '0';
        }
        int shift = digits == 0 ? -1 : shift(text.substring(digits));
        return shift < 0 || value > most >> shift ? -1 : value << shift;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "" -> 0;
            case "K", "k" -> 10;
            case "M", "m" -> 20;
            case "G", "g" -> 30;
            default -> -1;
        };
    }
}
