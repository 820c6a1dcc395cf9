package org.vinculum.devicetree.source;

/// C's operators with their precedence, the higher the tighter (ISO C, 6.5); the ternary one comes in two halves.
enum Operator {
    /// An open parenthesis: nothing is computed across it.
    PARENTHESIS(Mark.OPEN_PARENTHESIS, 0, 0),
    /// A question mark whose colon has not come yet: open like a parenthesis.
    CHOICE(Mark.QUESTION, 0, 1),
    OTHERWISE(Mark.COLON, 3, 1),
    EITHER(Mark.EITHER, 2, 2),
    BOTH(Mark.BOTH, 2, 3),
    OR(Mark.OR, 2, 4),
    EXCLUSIVE_OR(Mark.EXCLUSIVE_OR, 2, 5),
    AND(Mark.AND, 2, 6),
    EQUAL(Mark.EQUAL, 2, 7),
    UNEQUAL(Mark.UNEQUAL, 2, 7),
    LESS(Mark.LESS, 2, 8),
    GREATER(Mark.GREATER, 2, 8),
    AT_MOST(Mark.AT_MOST, 2, 8),
    AT_LEAST(Mark.AT_LEAST, 2, 8),
    SHIFT_LEFT(Mark.SHIFT_LEFT, 2, 9),
    SHIFT_RIGHT(Mark.SHIFT_RIGHT, 2, 9),
    PLUS(Mark.PLUS, 2, 10),
    MINUS(Mark.MINUS, 2, 10),
    TIMES(Mark.TIMES, 2, 11),
    DIVIDE(Mark.SLASH, 2, 11),
    REMAINDER(Mark.REMAINDER, 2, 11),
    NEGATE(Mark.MINUS, 1, 12),
    INVERT(Mark.INVERT, 1, 12),
    NOT(Mark.NOT, 1, 12);

    private static final Operator[] ALL = values();

    private final Mark mark;
    private final int operands;
    private final int precedence;

    Operator(Mark mark, int operands, int precedence) {
        this.mark = mark;
        this.operands = operands;
        this.precedence = precedence;
    }

    /// What a token means where an operand may begin, or null.
    static Operator prefix(Token token) {
        for (Operator operator : ALL) {
            if (operator.mark == token && (operator.operands == 1 || operator == PARENTHESIS)) {
                return operator;
            }
        }
        return null;
    }

    /// What a token means after an operand, or null.
    static Operator infix(Token token) {
        for (Operator operator : ALL) {
            if (operator.mark == token && operator.operands != 1 && operator != PARENTHESIS) {
                return operator;
            }
        }
        return null;
    }

    int operands() {
        return operands;
    }

    /// Whether the rest of it is still to come.
    boolean isOpen() {
        return operands == 0;
    }

    /// Whether this, standing left, is computed before `next`; the ternary operator groups to the right.
    boolean bindsBefore(Operator next) {
        return precedence > next.precedence || precedence == next.precedence && precedence > 1;
    }

    long apply(long value) {
        return switch (this) {
            case NEGATE -> -value;
            case INVERT -> ~value;
            default -> truth(value == 0);
        };
    }

    long apply(long left, long right, Place place) {
        return switch (this) {
            case EITHER -> truth(left != 0 || right != 0);
            case BOTH -> truth(left != 0 && right != 0);
            case OR -> left | right;
            case EXCLUSIVE_OR -> left ^ right;
            case AND -> left & right;
            case EQUAL -> truth(left == right);
            case UNEQUAL -> truth(left != right);
            case LESS -> truth(Long.compareUnsigned(left, right) < 0);
            case GREATER -> truth(Long.compareUnsigned(left, right) > 0);
            case AT_MOST -> truth(Long.compareUnsigned(left, right) <= 0);
            case AT_LEAST -> truth(Long.compareUnsigned(left, right) >= 0);
            case SHIFT_LEFT -> shifts(right) ? left << right : 0;
            case SHIFT_RIGHT -> shifts(right) ? left >>> right : 0;
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDE -> Long.divideUnsigned(left, divisor(right, place));
            case REMAINDER -> Long.remainderUnsigned(left, divisor(right, place));
            default -> throw new IllegalStateException("not an operator of two operands: " + this);
        };
    }

    private static long truth(boolean holds) {
        return holds ? 1 : 0;
    }

    /// Shifting by the width or more gives 0.
    private static boolean shifts(long distance) {
        return Long.compareUnsigned(distance, 64) < 0;
    }

    private static long divisor(long value, Place place) {
        if (value == 0) {
            throw place.expected("a divisor other than 0", "0");
        }
        return value;
    }
}
