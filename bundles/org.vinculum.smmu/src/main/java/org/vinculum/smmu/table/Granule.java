package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;

/// The unit of a translation table (VMSAv8-64): how many address bits a page has and how many each level resolves.
public enum Granule {
    KIB_4(Identification.GRANULE_4K),
    KIB_16(Identification.GRANULE_16K),
    KIB_64(Identification.GRANULE_64K);

    /// The level of pages.
    public static final int LAST_LEVEL = 3;

    private final int pageBits;

    Granule(int pageBits) {
        this.pageBits = pageBits;
    }

    /// 12, 14 or 16.
    public int pageBits() {
        return pageBits;
    }

    /// Address bits that one level resolves: a table of 8-byte descriptors fills a page.
    public int stride() {
        return pageBits - 3;
    }

    /// Address bits below what a level's index selects.
    public int shift(int level) {
        return pageBits + stride() * (LAST_LEVEL - level);
    }

    /// CD.TG0 and STE.S2TG; null for the reserved value.
    public static Granule lower(int coded) {
        return switch (coded) {
            case 0 -> KIB_4;
            case 1 -> KIB_64;
            case 2 -> KIB_16;
            default -> null;
        };
    }

    /// CD.TG1; null for the reserved value.
    public static Granule upper(int coded) {
        return switch (coded) {
            case 1 -> KIB_16;
            case 2 -> KIB_4;
            case 3 -> KIB_64;
            default -> null;
        };
    }

    /// The largest block, as bits of its address (VMSAv8-64, block descriptors).
    ///
    /// @param wide CD.DS or STE.S2DS is effective
    /// @param outputBits of the implementation
    int largestBlock(boolean wide, int outputBits) {
        return switch (this) {
            case KIB_4 -> shift(wide ? 0 : 1);
            case KIB_16 -> shift(wide ? 1 : 2);
            case KIB_64 -> shift(outputBits >= AddressSizes.LARGE ? 1 : 2);
        };
    }
}
