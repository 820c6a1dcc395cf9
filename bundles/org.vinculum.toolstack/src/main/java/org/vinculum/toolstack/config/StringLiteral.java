package org.vinculum.toolstack.config;

import java.util.List;

/// A quoted string of xl.cfg with C's escapes; it ends on the line it starts on.
///
/// @param bare collects the places of `\_`, which no escape is and every full ACPI path starts with: it stands for itself
record StringLiteral(String text, Place place, List<Place> bare) {
    private static final String PLAIN = "abfnrtv";
    private static final String MEANING = "\u0007\b\f\n\r\t\u000b";

    /// Reads the literal that starts with the quote at `start` into `value`; the index after its end.
    int read(int start, StringBuilder value) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            if (c == '\\') {
                at = escape(at + 1, start, value);
            } else {
                value.append(c);
                at++;
            }
        }
        throw place.error(
                "the closing " + quote + " of the string that starts here", "the end of the line");
    }

    private int escape(int at, int start, StringBuilder value) {
        char c = at < text.length() ? text.charAt(at) : '\n';
        int plain = PLAIN.indexOf(c);
        if (c == '"' || c == '\'' || c == '\\') {
            value.append(c);
        } else if (plain >= 0) {
            value.append(MEANING.charAt(plain));
        } else if (c == '_') {
            bare.add(here(at - 1, start));
            value.append("\\_");
        } else if (c == 'x') {
            return number(at + 1, 2, 16, start, value);
        } else if (c >= '0' && c <= '7') {
            return number(at, 3, 8, start, value);
        } else {
            throw here(at, start)
                    .error(
                            "an escape such as \\n, \\\" or \\x41 (a backslash is \\\\)",
                            Scanner.shown(c));
        }
        return at + 1;
    }

    private int number(int from, int most, int radix, int start, StringBuilder value) {
        int code = 0;
        int at = from;
        while (at < text.length() && at < from + most) {
            int digit = Character.digit(text.charAt(at), radix);
            if (digit < 0) {
                break;
            }
            code = code * radix + digit;
            at++;
        }
        boolean complete = at == from + most || radix == 8 && at > from;
        if (!complete || code > 0xff || code == 0) {
            throw here(from, start).error("the digits of a character", "something else");
        }
        value.append((char) code);
        return at;
    }

    private Place here(int at, int start) {
        return new Place(place.file(), place.line(), place.column() + at - start);
    }
}
