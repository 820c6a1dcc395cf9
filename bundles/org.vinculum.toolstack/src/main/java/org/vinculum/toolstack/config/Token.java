package org.vinculum.toolstack.config;

/// A word of xl.cfg.
///
/// @param text of names, numbers and strings, escapes resolved; what messages show of the others
record Token(Kind kind, String text, Place place) {
    enum Kind {
        NAME("a key"),
        NUMBER("a number"),
        STRING("a string"),
        ASSIGN("'='"),
        APPEND("'+='"),
        OPEN("'['"),
        CLOSE("']'"),
        COMMA("','"),
        SEMICOLON("';'"),
        NEWLINE("the end of the line"),
        END("the end of the file");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /// For messages.
    String shown() {
        return switch (kind) {
            case NAME, NUMBER -> "'" + text + "'";
            case STRING -> "the string \"" + abbreviated(text) + "\"";
            default -> kind.title();
        };
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
