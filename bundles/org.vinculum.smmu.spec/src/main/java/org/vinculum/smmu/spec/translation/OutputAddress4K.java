package org.vinculum.smmu.spec.translation;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// Where descriptors of the 4 KB granule lead (DDI 0487, D8.3.1): all are addresses in place, and drop what is below the
/// size of the table, page or block.
public final class OutputAddress4K {
    public static final Bits TABLE = bits(47, 12);
    public static final Bits PAGE = bits(47, 12);

    /// 2 MB.
    public static final Bits BLOCK_LEVEL_2 = bits(47, 21);

    /// 1 GB.
    public static final Bits BLOCK_LEVEL_1 = bits(47, 30);

    private OutputAddress4K() {}

    /// The same where CD.DS or STE.S2DS is 1: addresses of 52 bits, the highest two of them not in place but where SH is
    /// without DS.
    public static final class Bits52 {
        public static final Bits TABLE = bits(49, 12);
        public static final Bits PAGE = bits(49, 12);
        public static final Bits BLOCK_LEVEL_2 = bits(49, 21);
        public static final Bits BLOCK_LEVEL_1 = bits(49, 30);

        /// 512 GB.
        public static final Bits BLOCK_LEVEL_0 = bits(49, 39);

        /// OA[51:50].
        public static final Bits OA_51_50 = bits(9, 8);

        private Bits52() {}
    }
}
