package org.vinculum.smmu.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A set-associative cache of one `long` under a tag and a key. Readers take no lock and write nothing; nothing is
/// allocated.
///
/// Each set has a sequence number, odd while the set is being written. A reader that meets an odd number, or another one
/// at its end, has a miss. A value is entered only if no invalidation has begun since whoever brings it began to read
/// memory: that is decided while the set is held, and an invalidation counts itself before it takes any set, so a value
/// read before an invalidation is either refused or found by it.
public final class TaggedCache {
    /// What [#get] answers for a miss; no value is 0.
    public static final long MISS = 0;

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int LOG2_SET = 3;
    private static final int TAG = 1;
    private static final int KEY = 2;
    private static final int VALUE = 3;
    private static final int OTHER_WAY = 3;
    private static final int WAYS = 2;

    private static final long SPREAD_TAG = 0x9e37_79b9_7f4a_7c15L;
    private static final long SPREAD = 0xd6e8_feb8_6659_fd93L;

    /// Sets of eight words: sequence, then tag, key and value of two entries, then nothing. A tag is never 0.
    private final long[] words;

    private final int shift;
    private final Generation generation;

    /// @param entries at least so many; 0 for a cache that remembers nothing
    public TaggedCache(int entries, Generation generation) {
        int sets = entries == 0 ? 0 : Integer.highestOneBit(Math.max(WAYS, entries) * 2 - 1) / WAYS;
        this.words = new long[sets << LOG2_SET];
        this.shift = sets < 2 ? Long.SIZE - 1 : Long.numberOfLeadingZeros(sets) + 1;
        this.generation = generation;
    }

    private int set(long tag, long key) {
        long mixed = (key ^ tag * SPREAD_TAG) * SPREAD;
        int set = (int) (mixed >>> shift);
        return words.length == 1 << LOG2_SET ? 0 : set << LOG2_SET;
    }

    /// The value under a tag and key, or [#MISS].
    public long get(long tag, long key) {
        if (words.length == 0) {
            return MISS;
        }
        int set = set(tag, key);
        long before = (long) WORDS.getAcquire(words, set);
        int entry = set;
        if (words[set + TAG] != tag || words[set + KEY] != key) {
            entry += OTHER_WAY;
            if (words[entry + TAG] != tag || words[entry + KEY] != key) {
                return MISS;
            }
        }
        long value = words[entry + VALUE];
        VarHandle.acquireFence();
        return (before & 1) == 0 && (long) WORDS.getOpaque(words, set) == before ? value : MISS;
    }

    /// Enters a value, unless an invalidation that concerns it has begun since `began`, or somebody else is writing there.
    ///
    /// @param shard [CachedSpace#shard()] of the tag
    /// @param began [Generation#of] the shard before memory was read
    public void put(long tag, long key, long value, int shard, long began) {
        if (words.length == 0) {
            return;
        }
        int set = set(tag, key);
        long sequence = (long) WORDS.getVolatile(words, set);
        if ((sequence & 1) != 0 || !WORDS.compareAndSet(words, set, sequence, sequence + 1)) {
            return;
        }
        if (generation.admits(shard, began)) {
            int entry = place(set, tag, key, sequence);
            words[entry + TAG] = tag;
            words[entry + KEY] = key;
            words[entry + VALUE] = value;
        }
        WORDS.setRelease(words, set, sequence + 2);
    }

    /// The entry of the same key, else a free one, else each in turn.
    private int place(int set, long tag, long key, long sequence) {
        int second = set + OTHER_WAY;
        if (words[set + TAG] == tag && words[set + KEY] == key) {
            return set;
        }
        if (words[second + TAG] == tag && words[second + KEY] == key) {
            return second;
        }
        if (words[set + TAG] == 0) {
            return set;
        }
        return words[second + TAG] == 0 || (sequence & 2) != 0 ? second : set;
    }

    /// Removes what is under a tag and key. The caller has counted its invalidation.
    public void remove(long tag, long key) {
        if (words.length == 0) {
            return;
        }
        int set = set(tag, key);
        if (lacks(set, tag, key)) {
            return;
        }
        long sequence = hold(set);
        clearIf(set, tag, key);
        clearIf(set + OTHER_WAY, tag, key);
        WORDS.setRelease(words, set, sequence + 2);
    }

    /// Whether there is nothing to remove. Nothing enters from here on, since the invalidation has been counted; what was
    /// being entered before shows in the sequence number.
    private boolean lacks(int set, long tag, long key) {
        long sequence = (long) WORDS.getVolatile(words, set);
        int other = set + OTHER_WAY;
        return (sequence & 1) == 0
                && (words[set + TAG] != tag || words[set + KEY] != key)
                && (words[other + TAG] != tag || words[other + KEY] != key);
    }

    private void clearIf(int entry, long tag, long key) {
        if (words[entry + TAG] == tag && words[entry + KEY] == key) {
            words[entry + TAG] = 0;
        }
    }

    /// Whoever fills holds a set for a few instructions only, so waiting for it is short.
    private long hold(int set) {
        while (true) {
            long sequence = (long) WORDS.getVolatile(words, set);
            if ((sequence & 1) == 0 && WORDS.compareAndSet(words, set, sequence, sequence + 1)) {
                return sequence;
            }
            Thread.onSpinWait();
        }
    }
}
