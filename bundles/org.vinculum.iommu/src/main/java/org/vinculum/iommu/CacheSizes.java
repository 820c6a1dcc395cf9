package org.vinculum.iommu;

/// How many entries each cache of an SMMUv3 has, at least; 0 is none.
///
/// @param configurations of streams and substreams
/// @param translations of pages and blocks, both stages together
/// @param stage1Tables pointers to lower-level tables of stage 1
/// @param stage2Tables the same of stage 2
public record CacheSizes(int configurations, int translations, int stage1Tables, int stage2Tables) {
    public static final CacheSizes ORDINARY = new CacheSizes(1024, 4096, 2048, 2048);

    /// Everything is read from memory each time.
    public static final CacheSizes NONE = new CacheSizes(0, 0, 0, 0);

    /// @throws IllegalArgumentException for a size below 0 or above 2^20
    public CacheSizes {
        check(configurations);
        check(translations);
        check(stage1Tables);
        check(stage2Tables);
    }

    private static void check(int size) {
        if (size < 0 || size > 1 << 20) {
            throw new IllegalArgumentException("not a cache's size: " + size);
        }
    }
}
