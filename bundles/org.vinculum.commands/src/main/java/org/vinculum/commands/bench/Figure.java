package org.vinculum.commands.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import org.vinculum.benchmark.Measurement;

/// Figures for people: four digits that count, and no exponent.
final class Figure {
    private static final MathContext DIGITS = new MathContext(4);

    private Figure() {}

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /// @return for example `at most 60`; `-` without one
    static String goal(Measurement measurement) {
        return measurement
                .goal()
                .map(goal -> (goal.atMost() ? "at most " : "at least ") + of(goal.bound()))
                .orElse("-");
    }

    static String reached(Measurement measurement) {
        if (measurement.goal().isEmpty()) {
            return "-";
        }
        return measurement.reached() ? "yes" : "no";
    }
}
