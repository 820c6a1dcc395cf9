package org.vinculum.devicetree.source;

/// Which bytes may stand in which word (DTSpec 0.4, 2.2.1 and 6.2).
final class Characters {
    private static final String NAME_MARKS = ",._+*#?@-";

    private Characters() {}

    static boolean isBlank(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// The value of a hexadecimal digit, or -1.
    static int hexValue(int c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    static boolean isLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean startsLabel(int c) {
        return isLetter(c) || c == '_';
    }

    static boolean isInLabel(int c) {
        return startsLabel(c) || isDigit(c);
    }

    /// What the lexer takes for a name; the checks that follow are stricter.
    static boolean isInName(int c) {
        return isLetter(c) || isDigit(c) || c >= 0 && NAME_MARKS.indexOf(c) >= 0;
    }

    static boolean isInPath(int c) {
        return isInName(c) || c == '/';
    }
}
