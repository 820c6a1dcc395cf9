package org.vinculum.smmu.cache;

import java.util.concurrent.atomic.AtomicLong;

/// Numbers under which caches keep what belongs together. None is ever used again: to give a space a new tag is to forget
/// all it has cached, at once.
final class Tags {
    private final AtomicLong last = new AtomicLong();

    /// Never 0.
    long next() {
        return last.incrementAndGet();
    }
}
