package org.vinculum.smmu.cache;

/// Removes what a cache holds of a range of addresses, by the sizes that there are.
final class RangeRemoval {
    /// Looking for more regions than that costs more than to fill the cache anew.
    private static final long MOST = 512;

    private final TaggedCache cache;

    RangeRemoval(TaggedCache cache) {
        this.cache = cache;
    }

    /// Removes pages and blocks. Of a block that is cached in parts, all parts go (VMSAv8-64, TLB maintenance).
    ///
    /// @return false when that is too long, and nothing has been done
    boolean leaves(CachedSpace space, long first, long last) {
        long from = first;
        long to = last;
        long broken = space.brokenSizes();
        if (broken != 0) {
            long whole = (1L << Long.SIZE - 1 - Long.numberOfLeadingZeros(broken)) - 1;
            from &= ~whole;
            to |= whole;
        }
        return remove(space.tag(), space.leafSizes(), from, to);
    }

    /// Removes pointers to tables.
    ///
    /// @return false when that is too long, and nothing has been done
    boolean tables(CachedSpace space, long first, long last) {
        return remove(space.tag(), space.tableSizes(), first, last);
    }

    private boolean remove(long tag, long sizes, long first, long last) {
        if (sizes == 0) {
            return true;
        }
        int least = Long.numberOfTrailingZeros(sizes);
        if ((last >>> least) - (first >>> least) >= MOST) {
            return false;
        }
        for (long rest = sizes; rest != 0; rest &= rest - 1) {
            int log2Size = Long.numberOfTrailingZeros(rest);
            long end = last >>> log2Size;
            for (long region = first >>> log2Size; region <= end; region++) {
                cache.remove(tag, Region.key(region << log2Size, log2Size));
            }
        }
        return true;
    }
}
