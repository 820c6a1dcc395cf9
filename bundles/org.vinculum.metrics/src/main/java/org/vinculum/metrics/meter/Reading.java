package org.vinculum.metrics.meter;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Counters of several subjects, read together and kept for a moment, so that the meters of one scrape agree and a machine is
/// asked once for all of them. For several threads.
final class Reading<T> {
    private static final long KEPT_NANOS = 100_000_000;

    private final Supplier<List<T>> source;
    private final LongSupplier nanoTime;
    private List<T> last;
    private long since;

    Reading(Supplier<List<T>> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    synchronized List<T> get() {
        long now = nanoTime.getAsLong();
        if (last == null || now - since >= KEPT_NANOS) {
            last = source.get();
            since = now;
        }
        return last;
    }
}
