package org.vinculum.devicetree.source;

/// Computes integer expressions as C does, on 64-bit unsigned integers, with stacks of its own.
///
/// Every part is computed, the one not chosen by `?:`, `&&` and `||` as well: a division by zero there is an error too.
final class ExpressionReader {
    private final TokenStream tokens;
    private final OperatorStack operators = new OperatorStack();
    private final LongStack operands = new LongStack();

    ExpressionReader(TokenStream tokens) {
        this.tokens = tokens;
    }

    /// Whether an integer begins here: a literal or a parenthesis.
    boolean atInteger() {
        Token token = tokens.current();
        return token instanceof Token.Number
                || token instanceof Token.Letter
                || token == Mark.OPEN_PARENTHESIS;
    }

    /// One literal, or an expression in parentheses.
    long readInteger() {
        if (tokens.current() instanceof Token.Number(long value)) {
            tokens.advance();
            return value;
        }
        if (tokens.current() instanceof Token.Letter(int value)) {
            tokens.advance();
            return value;
        }
        if (!tokens.at(Mark.OPEN_PARENTHESIS)) {
            throw tokens.expected("a number or an expression in parentheses");
        }
        return readParenthesised();
    }

    private long readParenthesised() {
        do {
            readOperand();
            readOperators();
        } while (!operators.isEmpty());
        return operands.pop();
    }

    /// Prefix operators and parentheses up to and including a literal.
    private void readOperand() {
        while (true) {
            Operator prefix = Operator.prefix(tokens.current());
            if (prefix != null) {
                operators.push(prefix, tokens.place());
                tokens.advance();
            } else if (tokens.current() instanceof Token.Number(long value)) {
                operands.push(value);
                tokens.advance();
                return;
            } else if (tokens.current() instanceof Token.Letter(int value)) {
                operands.push(value);
                tokens.advance();
                return;
            } else {
                throw tokens.expected("a number, a parenthesis or one of - ~ !");
            }
        }
    }

    /// Closing parentheses, then one operator after which an operand must follow; or the end of the expression.
    private void readOperators() {
        while (tokens.at(Mark.CLOSE_PARENTHESIS)) {
            reduceToOpen();
            require(Operator.PARENTHESIS, "':' and the other value of '?'");
            operators.pop();
            tokens.advance();
            if (operators.isEmpty()) {
                return;
            }
        }
        Operator infix = Operator.infix(tokens.current());
        if (infix == null) {
            throw tokens.expected("an operator or a closing parenthesis");
        }
        place(infix);
        tokens.advance();
    }

    private void place(Operator infix) {
        if (infix == Operator.OTHERWISE) {
            reduceToOpen();
            require(Operator.CHOICE, "an operator or a closing parenthesis");
            operators.pop();
        } else {
            reduceDownTo(infix);
        }
        operators.push(infix, tokens.place());
    }

    /// Computes what is on top of the innermost open operator.
    private void reduceToOpen() {
        while (!operators.isEmpty() && !operators.top().isOpen()) {
            reduce();
        }
    }

    private void require(Operator wanted, String expected) {
        if (operators.isEmpty() || operators.top() != wanted) {
            throw tokens.expected(expected);
        }
    }

    private void reduceDownTo(Operator infix) {
        while (!operators.top().isOpen() && operators.top().bindsBefore(infix)) {
            reduce();
        }
    }

    private void reduce() {
        Place place = operators.place();
        Operator operator = operators.pop();
        long last = operands.pop();
        if (operator.operands() == 1) {
            operands.push(operator.apply(last));
        } else if (operator.operands() == 2) {
            operands.push(operator.apply(operands.pop(), last, place));
        } else {
            long chosen = operands.pop();
            operands.push(operands.pop() != 0 ? chosen : last);
        }
    }
}
