package org.vinculum.smmu.cache;

import java.util.concurrent.atomic.AtomicLong;

/// Counts invalidations, so that what was read before one does not enter a cache after it.
public final class Generation {
    private final AtomicLong count = new AtomicLong();

    public long current() {
        return count.get();
    }

    /// To be called before an invalidation removes anything.
    void advance() {
        count.incrementAndGet();
    }
}
