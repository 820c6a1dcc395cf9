package org.vinculum.devicetree.source;

/// Skips what stands between tokens: blanks, comments, and the line markers a C preprocessor leaves behind.
final class Gaps {
    private static final String[] DIRECTIVES = {
        "include", "define", "undef", "ifdef", "ifndef", "if", "elif", "else", "endif", "pragma",
        "error", "warning", "line"
    };

    private Gaps() {}

    static void skip(SourceText source) {
        while (skipOne(source)) {
            // the next gap may follow at once
        }
    }

    private static boolean skipOne(SourceText source) {
        int c = source.peek();
        if (Characters.isBlank(c)) {
            source.skip(1);
            return true;
        }
        if (c == '/' && source.peek(1) == '*') {
            skipBlockComment(source);
            return true;
        }
        if (c == '/' && source.peek(1) == '/') {
            skipLine(source);
            return true;
        }
        return c == '#' && source.atLineStart() && skipLineMarker(source);
    }

    private static void skipBlockComment(SourceText source) {
        Place start = source.place();
        source.skip(2);
        while (!(source.peek() == '*' && source.peek(1) == '/')) {
            if (source.take() == SourceText.END) {
                throw start.expected("*/ at the end of this comment", "the end of the file");
            }
        }
        source.skip(2);
    }

    private static void skipLine(SourceText source) {
        while (source.peek() != '\n' && source.peek() != SourceText.END) {
            source.skip(1);
        }
    }

    /// `# 12 "file" flags` or `#line 12 "file"`; false, and nothing skipped, where it is something else.
    private static boolean skipLineMarker(SourceText source) {
        int ahead = source.startsWith("#line") ? 5 : 1;
        int digits = skipTabs(source, ahead);
        int end = digits;
        long line = 0;
        while (Characters.isDigit(source.peek(end)) && line < Integer.MAX_VALUE) {
            line = line * 10 + source.peek(end++) - '0';
        }
        int quote = skipTabs(source, end);
        if (digits == ahead || end == digits || quote == end || source.peek(quote) != '"') {
            refuseDirective(source);
            return false;
        }
        source.skip(quote);
        String file = Readable.printable(Literals.text(source).string());
        skipFlags(source);
        source.renumber(file, (int) Math.min(line, Integer.MAX_VALUE / 2));
        return true;
    }

    private static int skipTabs(SourceText source, int ahead) {
        int end = ahead;
        while (source.peek(end) == ' ' || source.peek(end) == '\t') {
            end++;
        }
        return end;
    }

    private static void skipFlags(SourceText source) {
        int c = source.peek();
        while (c == ' ' || c == '\t' || Characters.isDigit(c)) {
            source.skip(1);
            c = source.peek();
        }
    }

    private static void refuseDirective(SourceText source) {
        int at = skipTabs(source, 1);
        int end = at;
        while (Characters.isLetter(source.peek(end))) {
            end++;
        }
        if (!isBlankOrEnd(source.peek(end))) {
            return;
        }
        for (String directive : DIRECTIVES) {
            if (directive.length() == end - at
                    && matches(source, at, directive)
                    && !isProperty(source, end)) {
                throw source.place()
                        .expected(
                                "device-tree source: run the C preprocessor first",
                                "#" + directive);
            }
        }
    }

    private static boolean isBlankOrEnd(int c) {
        return c == SourceText.END || Characters.isBlank(c);
    }

    /// A property may be called `#if`; then an equals sign or a semicolon follows.
    private static boolean isProperty(SourceText source, int end) {
        int next = source.peek(skipTabs(source, end));
        return next == '=' || next == ';';
    }

    private static boolean matches(SourceText source, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (source.peek(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
