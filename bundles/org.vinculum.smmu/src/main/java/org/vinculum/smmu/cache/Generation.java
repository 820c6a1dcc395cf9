package org.vinculum.smmu.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Counts invalidations, so that what was read before one does not enter a cache after it. Those of a VMID are counted
/// apart, so that what belongs to one guest neither goes, nor is refused, nor waits for a cache line because another guest
/// invalidates.
///
/// VMIDs share shards, and what is of no VMID has one too. Invalidations that may concern anybody are counted once for
/// all. No count ever goes back, so the sum of that one and of a shard stays the same only while both do.
public final class Generation {
    /// A count that no cache admits anything for.
    public static final long NEVER = -1;

    /// So many that a set of them is a `long`.
    static final int SHARDS = Long.SIZE;

    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);

    /// Bits that say how many invalidations are under way; above them those that began or ended are counted.
    private static final long UNDER_WAY = 0xffff;

    private static final long STEP = UNDER_WAY + 1;

    /// Counts are 128 bytes apart, because processors fetch lines of 64 in pairs.
    private static final int LOG2_APART = 4;

    private static final int FOR_ALL = SHARDS;

    private final long[] counts = new long[SHARDS + 3 << LOG2_APART];

    private static int at(int shard) {
        return shard + 1 << LOG2_APART;
    }

    /// Where the invalidations of a VMID are counted, 0 to 63.
    ///
    /// @param vmid -1 for what has none
    static int shard(int vmid) {
        return vmid & SHARDS - 1;
    }

    /// How often something was invalidated that may concern anybody. To be read before any configuration.
    public long ofAll() {
        return count(FOR_ALL);
    }

    /// How often something was invalidated that concerns a shard, alone or with all others. To be read before any
    /// translation of that shard, be it from a cache or from memory.
    ///
    /// @param ofAll what that count was before the configuration was read
    public long of(int shard, long ofAll) {
        return ofAll + count(shard);
    }

    /// All counts, for [#glance].
    long[] counts() {
        return counts;
    }

    /// [#of], of a shard and all, for what has been copied from other caches. It may be read before or after what it is
    /// compared with: whoever begins when an invalidation has ended sees that it has.
    ///
    /// @param counts [#counts], which the caller has at hand
    static long glance(long[] counts, int shard) {
        return (long) COUNTS.getOpaque(counts, at(FOR_ALL))
                + (long) COUNTS.getOpaque(counts, at(shard));
    }

    private long count(int shard) {
        return (long) COUNTS.getVolatile(counts, at(shard));
    }

    /// Whether what was read since then may enter a cache: no invalidation has begun since, and none was under way, of
    /// which a reader may have met what it had yet to remove.
    ///
    /// @param began what [#of] has answered
    boolean admits(int shard, long began) {
        return began == of(shard, ofAll()) && (began & UNDER_WAY) == 0;
    }

    /// The same of what belongs to no shard.
    ///
    /// @param began what [#ofAll] has answered
    boolean admits(long began) {
        return began == ofAll() && (began & UNDER_WAY) == 0;
    }

    /// To be called before an invalidation removes anything.
    void begin(int shard) {
        COUNTS.getAndAdd(counts, at(shard), STEP + 1);
    }

    /// To be called when it has removed everything.
    void end(int shard) {
        COUNTS.getAndAdd(counts, at(shard), STEP - 1);
    }

    /// To be called before something is removed that may concern anybody.
    void beginAll() {
        begin(FOR_ALL);
    }

    /// To be called when all of that has been removed.
    void endAll() {
        end(FOR_ALL);
    }
}
