package org.vinculum.itests.program.distribution;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for conditions of other threads and processes; only a fault lets the deadline pass.
public final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(20);

    private Await() {}

    /// @throws AssertionError with `state` when the condition does not come true
    public static void until(BooleanSupplier condition, Supplier<String> state) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain; " + state.get());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
