package org.vinculum.devicetree.source;

import java.nio.file.Path;

/// Reads what stands between a property's equals sign and its semicolon (DTSpec 0.4, 6.3).
final class ValueReader {
    private final TokenStream tokens;
    private final Budget budget;
    private final ExpressionReader expressions;

    ValueReader(TokenStream tokens, Budget budget) {
        this.tokens = tokens;
        this.budget = budget;
        this.expressions = new ExpressionReader(tokens);
    }

    SourceValue read() {
        ValueBuilder value = new ValueBuilder(budget);
        do {
            readLabels(value);
            readPart(value);
            readLabels(value);
        } while (tokens.skip(Mark.COMMA));
        return value.build();
    }

    /// An integer as `/memreserve/` takes it.
    long readInteger() {
        return expressions.readInteger();
    }

    private boolean readLabels(ValueBuilder value) {
        boolean any = false;
        while (tokens.current() instanceof Token.Label(String label)) {
            value.addLabel(label, tokens.place());
            tokens.advance();
            any = true;
        }
        return any;
    }

    private void readPart(ValueBuilder value) {
        Token token = tokens.current();
        if (token instanceof Token.Text text) {
            value.addString(text.bytes(), tokens.place());
            tokens.advance();
        } else if (token instanceof Token.Target(String target)) {
            value.addPath(target, tokens.place());
            tokens.advance();
        } else if (token == Mark.OPEN_BRACKET) {
            readOctets(value);
        } else if (token == Keyword.INCBIN) {
            readBinary(value);
        } else {
            readCells(value);
        }
    }

    private void readOctets(ValueBuilder value) {
        tokens.advance();
        while (!tokens.skip(Mark.CLOSE_BRACKET)) {
            if (tokens.current() instanceof Token.Octet(int octet)) {
                value.addInteger(octet, 1, tokens.place());
                tokens.advance();
            } else if (!readLabels(value)) {
                throw tokens.expected("two hexadecimal digits or ']'");
            }
        }
    }

    private void readCells(ValueBuilder value) {
        int bits = tokens.skip(Keyword.BITS) ? readBits() : 32;
        if (!tokens.skip(Mark.LESS)) {
            throw tokens.expected("a value: a string, '<', '[', a reference, /bits/ or /incbin/");
        }
        while (!tokens.skip(Mark.GREATER)) {
            if (expressions.atInteger()) {
                Place place = tokens.place();
                value.addInteger(fitting(expressions.readInteger(), bits, place), bits / 8, place);
            } else if (tokens.current() instanceof Token.Target(String target)) {
                addPhandle(value, target, bits);
            } else if (!readLabels(value)) {
                throw tokens.expected("a number, an expression in parentheses, a reference or '>'");
            }
        }
    }

    private int readBits() {
        if (!(tokens.current() instanceof Token.Number(long bits))
                || bits != 8 && bits != 16 && bits != 32 && bits != 64) {
            throw tokens.expected("8, 16, 32 or 64 after /bits/");
        }
        tokens.advance();
        return (int) bits;
    }

    /// A value may be written unsigned or as a negative number; either way the dropped bits must all be equal.
    private static long fitting(long value, int bits, Place place) {
        long dropped = bits == 64 ? 0 : value >>> bits;
        if (dropped != 0 && dropped != -1L >>> bits) {
            throw place.expected(
                    "a value of at most " + bits + " bits", "0x" + Long.toHexString(value));
        }
        return value;
    }

    private void addPhandle(ValueBuilder value, String target, int bits) {
        if (bits != 32) {
            throw tokens.expected("numbers only, as references need 32-bit cells");
        }
        value.addPhandle(target, tokens.place());
        tokens.advance();
    }

    /// `/incbin/("file")` or `/incbin/("file", offset, length)`.
    private void readBinary(ValueBuilder value) {
        tokens.advance();
        tokens.require(Mark.OPEN_PARENTHESIS, " after /incbin/");
        Place place = tokens.place();
        if (!(tokens.current() instanceof Token.Text name)) {
            throw tokens.expected("a file name in quotes");
        }
        Sources sources = tokens.sources();
        Path file = sources.neighbours().find(sources.current(), name, place);
        tokens.advance();
        long offset = 0;
        long length = -1;
        if (tokens.skip(Mark.COMMA)) {
            offset = expressions.readInteger();
            tokens.require(Mark.COMMA, " between offset and length");
            length = expressions.readInteger();
        }
        tokens.require(Mark.CLOSE_PARENTHESIS, " at the end of /incbin/");
        int cap = budget.valueBytes();
        value.add(sources.neighbours().read(file, offset, length, cap, place), place);
    }
}
