package org.vinculum.smmu.cache;

/// What caches know under one tag, and in which sizes, so that a range is found without looking at every entry.
///
/// A size is noted before the first value of that size is entered. An invalidation counts itself before it looks at the
/// sizes; so a value of a size it does not see yet is refused by the cache.
public abstract sealed class CachedSpace permits AddressSpace, Stage2Space {
    private final Tags tags;
    private final int shard;
    private volatile long tag;

    /// Bit n: there may be regions of 2^n bytes.
    private volatile long leafSizes;

    private volatile long tableSizes;

    /// Sizes of stage 1 pages of which only parts are cached, because stage 2 maps them in smaller ones.
    private volatile long brokenSizes;

    /// @param vmid -1 for what has none
    CachedSpace(int vmid, Tags tags) {
        this.tags = tags;
        this.shard = Generation.shard(vmid);
        this.tag = tags.next();
    }

    public final long tag() {
        return tag;
    }

    /// Where [Generation] counts the invalidations of what is cached here.
    public final int shard() {
        return shard;
    }

    final void forget() {
        tag = tags.next();
    }

    public final long leafSizes() {
        return leafSizes;
    }

    final long tableSizes() {
        return tableSizes;
    }

    final long brokenSizes() {
        return brokenSizes;
    }

    /// @param log2Size of what is cached
    /// @param log2Whole of the page or block it is part of
    public final void noteLeaf(int log2Size, int log2Whole) {
        long sizes = 1L << log2Size;
        long whole = log2Whole > log2Size ? 1L << log2Whole : 0;
        if ((leafSizes & sizes) == 0 || (brokenSizes & whole) != whole) {
            add(sizes, 0, whole);
        }
    }

    public final void noteTable(int log2Size) {
        if ((tableSizes & 1L << log2Size) == 0) {
            add(0, 1L << log2Size, 0);
        }
    }

    private synchronized void add(long leaves, long tables, long broken) {
        leafSizes |= leaves;
        tableSizes |= tables;
        brokenSizes |= broken;
    }
}
