package org.vinculum.smmu.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// What streams were answered lately, page by page, in one cache line each: a copy of what the other caches found, so that
/// neither the configuration nor the sizes of an address space have to be looked at again.
///
/// Every entry carries its shard, and that shard's generation, of the caches that its answer comes from, and is worth
/// nothing in another one. Since an invalidation counts itself when it begins and when it ends, what was copied from a
/// cache it had not yet cleared is gone with its end. Readers take no lock and write nothing; a torn entry is a miss, as in
/// [TaggedCache].
public final class RecentTranslations {
    /// What [#get] answers for a miss; no leaf is 0.
    public static final long MISS = 0;

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int MOST = 256;
    private static final int LOG2_LINE = 3;
    private static final int WHO = 1;
    private static final int WHAT = 2;
    private static final int SHARD = 3;
    private static final int GENERATION = 4;
    private static final int LEAF = 5;

    private static final int LOG2_PAGE = 12;
    private static final int PAGE_OFFSET = (1 << LOG2_PAGE) - 1;
    private static final int FOLD = 8;
    private static final int SPREAD = 0x9e37_79b1;

    /// Lines of eight words: sequence, who asks, page and access, shard, its generation, answer, then nothing.
    private final long[] words;

    private final int mask;
    private final long[] counts;

    /// @param entries at most so many
    RecentTranslations(int entries, Generation generation) {
        int lines = Integer.highestOneBit(Math.clamp(entries, 1, MOST));
        this.words = new long[lines << LOG2_LINE];
        this.mask = lines - 1;
        this.counts = generation.counts();
    }

    private int line(int stream, int substream, long address) {
        int page = (int) (address >>> LOG2_PAGE);
        int mixed = page ^ page >>> FOLD ^ (stream + substream) * SPREAD >>> FOLD;
        return (mixed & mask) << LOG2_LINE;
    }

    private static long who(int stream, int substream) {
        return (long) stream << Integer.SIZE | substream & 0xffff_ffffL;
    }

    private static long what(long address, int access) {
        return address & ~PAGE_OFFSET | access & PAGE_OFFSET;
    }

    /// The answer to the same access to the same page, or [#MISS].
    public long get(int stream, int substream, long address, int access) {
        long[] known = words;
        long[] now = counts;
        int line = line(stream, substream, address);
        long before = (long) WORDS.getAcquire(known, line);
        long count = Generation.glance(now, (int) known[line + SHARD]);
        long leaf = known[line + LEAF];
        // One comparison for all of them: a branch for each would make a hit slower by a fifth.
        long other =
                known[line + WHAT] ^ what(address, access)
                        | known[line + WHO] ^ who(stream, substream)
                        | known[line + GENERATION] ^ count;
        VarHandle.acquireFence();
        boolean whole = (before & 1) == 0 && (long) WORDS.getOpaque(known, line) == before;
        return whole && other == 0 ? leaf : MISS;
    }

    /// Enters an answer, unless somebody else is writing there.
    ///
    /// @param shard of the address space
    /// @param began [Generation#of] the shard before any cache was asked
    public void put(
            int stream, int substream, long address, int access, long leaf, int shard, long began) {
        int line = line(stream, substream, address);
        long sequence = (long) WORDS.getVolatile(words, line);
        if ((sequence & 1) != 0 || !WORDS.compareAndSet(words, line, sequence, sequence + 1)) {
            return;
        }
        words[line + WHO] = who(stream, substream);
        words[line + WHAT] = what(address, access);
        words[line + SHARD] = shard;
        words[line + GENERATION] = began;
        words[line + LEAF] = leaf;
        WORDS.setRelease(words, line, sequence + 2);
    }
}
