package org.vinculum.hypervisor.stage2;

import java.util.function.LongUnaryOperator;

/// The stage 2 walk of the architecture, 4 KiB granule, told once more in raw numbers and nothing of our own.
final class TinyWalk {
    /// What there is for an address that leads nowhere.
    static final long NOTHING = 0;

    private final LongUnaryOperator memory;
    private final long start;
    private final int startShift;

    /// @param memory reads a descriptor
    /// @param word2 of the stream table entry
    /// @param word3 of the stream table entry
    TinyWalk(LongUnaryOperator memory, long word2, long word3) {
        this.memory = memory;
        this.start = word3;
        this.startShift =
                switch ((int) (word2 >>> 38 & 3)) {
                    case 0 -> 21;
                    case 1 -> 30;
                    case 2 -> 39;
                    default -> 12;
                };
    }

    /// The descriptor of the block or page of an address, with its size in bits 63:56 as a binary logarithm.
    long leaf(long ipa) {
        long at = start + (ipa >>> startShift) * 8;
        for (int shift = startShift; ; shift -= 9) {
            long descriptor = memory.applyAsLong(at);
            if ((descriptor & 1) == 0) {
                return NOTHING;
            }
            boolean table = (descriptor & 2) != 0;
            if (shift == 12 || !table) {
                return table == (shift == 12) ? descriptor | (long) shift << 56 : NOTHING;
            }
            at = (descriptor & 0xffff_ffff_f000L) + (ipa >>> shift - 9 & 511) * 8;
        }
    }

    static long output(long leaf, long ipa) {
        long below = (1L << (leaf >>> 56)) - 1;
        return leaf & 0xffff_ffff_f000L & ~below | ipa & below;
    }
}
