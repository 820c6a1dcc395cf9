package org.vinculum.devicetree.source;

/// Escape sequences in strings and character literals: those of C, and any other character for itself.
final class Escapes {
    private static final String NAMES = "abtnvfr";
    private static final int[] VALUES = {7, 8, 9, 10, 11, 12, 13};

    private Escapes() {}

    /// The byte meant by what follows a backslash; octal and hexadecimal values keep their low eight bits.
    static int read(SourceText source) {
        int c = source.peek();
        if (c == 'x') {
            source.skip(1);
            return hexadecimal(source);
        }
        if (c >= '0' && c <= '7') {
            return octal(source);
        }
        source.skip(1);
        int named = NAMES.indexOf(c);
        return named >= 0 ? VALUES[named] : c;
    }

    private static int octal(SourceText source) {
        int value = 0;
        for (int i = 0; i < 3 && source.peek() >= '0' && source.peek() <= '7'; i++) {
            value = value * 8 + source.take() - '0';
        }
        return value & 0xff;
    }

    private static int hexadecimal(SourceText source) {
        int value = 0;
        int digits = 0;
        while (digits < 2 && Characters.hexValue(source.peek()) >= 0) {
            value = value * 16 + Characters.hexValue(source.take());
            digits++;
        }
        if (digits == 0) {
            throw source.place().expected("a hexadecimal digit after \\x", found(source));
        }
        return value;
    }

    private static String found(SourceText source) {
        int c = source.peek();
        return c == SourceText.END ? "the end of the file" : Readable.character(c);
    }
}
