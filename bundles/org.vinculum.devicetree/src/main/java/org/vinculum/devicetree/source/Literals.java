package org.vinculum.devicetree.source;

/// Reads strings, character literals and integers at the cursor.
final class Literals {
    private Literals() {}

    /// A string whose opening quote is at the cursor.
    static Token.Text text(SourceText source) {
        return new Token.Text(quoted(source, '"', "string"));
    }

    /// A character literal whose opening quote is at the cursor.
    static Token.Letter letter(SourceText source) {
        Place start = source.place();
        byte[] content = quoted(source, '\'', "character literal");
        if (content.length != 1) {
            throw start.expected("one character between quotes", content.length + " characters");
        }
        return new Token.Letter(content[0] & 0xff);
    }

    /// A decimal, octal or hexadecimal integer with C's suffixes; a digit is at the cursor.
    static Token.Number number(SourceText source) {
        int start = source.offset();
        boolean hex =
                source.peek() == '0' && (source.peek(1) | 0x20) == 'x' && hexDigitAt(source, 2);
        if (hex) {
            source.skip(2);
        }
        int base = hex ? 16 : source.peek() == '0' ? 8 : 10;
        long value = digits(source, start, base);
        skipSuffix(source);
        return new Token.Number(value);
    }

    private static boolean hexDigitAt(SourceText source, int ahead) {
        return Characters.hexValue(source.peek(ahead)) >= 0;
    }

    private static long digits(SourceText source, int start, int base) {
        long value = 0;
        int digit = digit(source, base);
        for (; digit >= 0; digit = digit(source, base)) {
            if (digit >= base) {
                throw source.place(start)
                        .expected("octal digits after a leading 0", "digit " + digit);
            }
            if (Long.compareUnsigned(value, Long.divideUnsigned(-1 - digit, base)) > 0) {
                throw source.place(start).expected("an integer of at most 64 bits", "a larger one");
            }
            value = value * base + digit;
            source.skip(1);
        }
        return value;
    }

    private static int digit(SourceText source, int base) {
        int c = source.peek();
        return base == 16 ? Characters.hexValue(c) : Characters.isDigit(c) ? c - '0' : -1;
    }

    private static void skipSuffix(SourceText source) {
        if (source.peek() == 'U') {
            source.skip(1);
        }
        for (int i = 0; i < 2 && source.peek() == 'L'; i++) {
            source.skip(1);
        }
    }

    private static byte[] quoted(SourceText source, int quote, String what) {
        Place start = source.place();
        ByteBuilder content = new ByteBuilder();
        source.skip(1);
        while (source.peek() != quote) {
            int c = source.take();
            if (c == '\\' && source.peek() != SourceText.END) {
                c = Escapes.read(source);
            }
            if (c == SourceText.END) {
                throw start.expected("a closing quote for this " + what, "the end of the file");
            }
            content.add(c);
        }
        source.skip(1);
        return content.toArray();
    }
}
