package org.vinculum.benchmark;

import java.util.Optional;

/// One figure.
///
/// @param scenario what was going on, the row of a table
/// @param quantity what was measured, its column
/// @param unit e.g. `ns`, `1/s`, `host commands`; empty for a ratio
/// @param goal what it is held against
public record Measurement(
        String scenario, String quantity, double value, String unit, Optional<Goal> goal) {
    /// A bound.
    ///
    /// @param atMost true for an upper bound, false for a lower one
    public record Goal(double bound, boolean atMost) {}

    public boolean reached() {
        return goal.isEmpty()
                || (goal.get().atMost()
                        ? value <= goal.get().bound()
                        : value >= goal.get().bound());
    }
}
