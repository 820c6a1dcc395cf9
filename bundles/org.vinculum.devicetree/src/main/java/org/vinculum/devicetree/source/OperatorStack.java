package org.vinculum.devicetree.source;

import java.util.ArrayList;
import java.util.List;

/// Operators waiting for their last operand, with their places.
final class OperatorStack {
    /// Parentheses, prefixes and operators of lower precedence that may be open at once.
    static final int MAX_DEPTH = 1000;

    private record Waiting(Operator operator, Place place) {}

    private final List<Waiting> waiting = new ArrayList<>();

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void push(Operator operator, Place place) {
        if (waiting.size() == MAX_DEPTH) {
            throw place.expected(
                    "at most " + MAX_DEPTH + " open parentheses and operators", "more");
        }
        waiting.add(new Waiting(operator, place));
    }

    Operator top() {
        return waiting.getLast().operator();
    }

    /// Where the top operator stands.
    Place place() {
        return waiting.getLast().place();
    }

    Operator pop() {
        return waiting.removeLast().operator();
    }
}
