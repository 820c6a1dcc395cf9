package org.vinculum.smmu.cache;

/// An aligned piece of an address space, as the key of a cache: its number and its size in one `long`.
public final class Region {
    private static final int LOG2_SIZE_BITS = 6;

    private Region() {}

    /// @param log2Size of the region, 12 to 63
    public static long key(long address, int log2Size) {
        return address >>> log2Size << LOG2_SIZE_BITS | log2Size;
    }
}
