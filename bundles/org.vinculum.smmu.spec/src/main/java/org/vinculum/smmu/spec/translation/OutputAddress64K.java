package org.vinculum.smmu.spec.translation;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// Where descriptors of the 64 KB granule lead (DDI 0487, D8.3.1): all are addresses in place, and drop what is below the
/// size of the table, page or block.
public final class OutputAddress64K {
    public static final Bits TABLE = bits(47, 16);
    public static final Bits PAGE = bits(47, 16);

    /// 512 MB.
    public static final Bits BLOCK_LEVEL_2 = bits(47, 29);

    private OutputAddress64K() {}

    /// Further bits of 52-bit addresses (IDR5.OAS 6 or more), not in place.
    public static final class Bits52 {
        /// 4 TB.
        public static final Bits BLOCK_LEVEL_1 = bits(47, 42);

        /// OA[51:48].
        public static final Bits OA_51_48 = bits(15, 12);

        private Bits52() {}
    }
}
