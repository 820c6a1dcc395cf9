package org.vinculum.smmu.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Counts invalidations, so that what was read before one does not enter a cache after it.
public final class Generation {
    private static final VarHandle COUNT;

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

    /// To be called before an invalidation removes anything, and again when it has removed everything.
    void advance() {
        COUNT.getAndAdd(this, 1L);
    }
}
