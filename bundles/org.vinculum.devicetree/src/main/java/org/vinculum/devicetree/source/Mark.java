package org.vinculum.devicetree.source;

/// Punctuation and operators.
enum Mark implements Token {
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    AT_MOST("<="),
    AT_LEAST(">="),
    EQUAL("=="),
    UNEQUAL("!="),
    BOTH("&&"),
    EITHER("||"),
    SLASH("/"),
    OPEN_BRACE("{"),
    CLOSE_BRACE("}"),
    OPEN_BRACKET("["),
    CLOSE_BRACKET("]"),
    OPEN_PARENTHESIS("("),
    CLOSE_PARENTHESIS(")"),
    LESS("<"),
    GREATER(">"),
    SEMICOLON(";"),
    COMMA(","),
    ASSIGN("="),
    COLON(":"),
    QUESTION("?"),
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    REMAINDER("%"),
    AND("&"),
    OR("|"),
    EXCLUSIVE_OR("^"),
    INVERT("~"),
    NOT("!");

    private static final Mark[] ALL = values();

    private final String text;

    Mark(String text) {
        this.text = text;
    }

    /// The longest mark at the cursor, consumed; null where there is none.
    static Mark at(SourceText source) {
        int first = source.peek();
        for (Mark mark : ALL) {
            if (mark.text.charAt(0) == first && source.startsWith(mark.text)) {
                source.skip(mark.text.length());
                return mark;
            }
        }
        return null;
    }

    @Override
    public String described() {
        return "'" + text + "'";
    }
}
