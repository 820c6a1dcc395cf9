package org.vinculum.devicetree.source;

import java.nio.charset.StandardCharsets;

/// What source text is made of (DTSpec 0.4, 6.1 to 6.3), closed so that a parser's switch is checked by the compiler.
sealed interface Token
        permits Keyword,
                Mark,
                Token.Name,
                Token.Label,
                Token.Target,
                Token.Text,
                Token.Number,
                Token.Letter,
                Token.Octet,
                Token.Stray,
                Token.End {
    /// How a message calls it.
    String described();

    /// A node or property name.
    record Name(String text) implements Token {
        @Override
        public String described() {
            return "name " + Readable.text(text);
        }
    }

    /// `label:`
    record Label(String name) implements Token {
        @Override
        public String described() {
            return "label " + Readable.text(name) + ":";
        }
    }

    /// `&label`, `&{/path}` or `&{label/path}`; a path begins with a slash, a label has none.
    record Target(String reference) implements Token {
        @Override
        public String described() {
            return "reference " + Readable.reference(reference);
        }
    }

    /// A string without its quotes, escapes resolved, no NUL appended.
    record Text(byte[] bytes) implements Token {
        String string() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        @Override
        public String described() {
            return "a string";
        }
    }

    /// An integer literal, 64 bits unsigned.
    record Number(long value) implements Token {
        @Override
        public String described() {
            return "number 0x" + Long.toHexString(value);
        }
    }

    /// A character literal: a number everywhere but after `/bits/`.
    record Letter(int value) implements Token {
        @Override
        public String described() {
            return "a character literal";
        }
    }

    /// Two hexadecimal digits inside brackets.
    record Octet(int value) implements Token {
        @Override
        public String described() {
            return "a byte";
        }
    }

    /// A character that begins no token.
    record Stray(int character) implements Token {
        @Override
        public String described() {
            return Readable.character(character);
        }
    }

    /// The end of the outermost file.
    record End() implements Token {
        @Override
        public String described() {
            return "the end of the file";
        }
    }
}
