package org.vinculum.smmu.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Counts invalidations, so that what was read before one does not enter a cache after it.
public final class Generation {
    private static final VarHandle COUNT;

    /// Bits that say how many invalidations are under way; above them those that began or ended are counted.
    private static final long UNDER_WAY = 0xffff;

    private static final long STEP = UNDER_WAY + 1;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Generation.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile long count;

    public long current() {
        return count;
    }

    /// Whether what was read since then may enter a cache: no invalidation has begun since, and none was under way, of
    /// which a reader may have met what it had yet to remove.
    boolean admits(long began) {
        return began == count && (began & UNDER_WAY) == 0;
    }

    /// To be called before an invalidation removes anything.
    void begin() {
        COUNT.getAndAdd(this, STEP + 1);
    }

    /// To be called when it has removed everything.
    void end() {
        COUNT.getAndAdd(this, STEP - 1);
    }
}
