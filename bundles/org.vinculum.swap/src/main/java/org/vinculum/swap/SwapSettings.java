package org.vinculum.swap;

import java.time.Duration;

/// How long a swap waits for others.
///
/// @param deadline for somebody else's code to take a state over while everybody waits, and five times that to be made and
///     tried while nobody does
/// @param probation for which the old one stays ready to take over again
/// @param grace for which a place stays vacant after its implementation has gone, so that an update finds it so
public record SwapSettings(Duration deadline, Duration probation, Duration grace) {
    public static final SwapSettings ORDINARY =
            new SwapSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));

    /// @throws IllegalArgumentException for a negative time, or a deadline of 0
    public SwapSettings {
        if (deadline.isNegative()
                || deadline.isZero()
                || probation.isNegative()
                || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "deadline %s, probation %s, grace %s".formatted(deadline, probation, grace));
        }
    }
}
