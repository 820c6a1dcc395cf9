package org.vinculum.smmu.command;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.command.TlbiScope;

/// Which addresses an invalidation reaches (IHI 0070, 4.4.1.1). More than asked for may go, so level hints are not used.
final class RangeDecoder {
    private static final int HIGHEST_SCALE = 39;
    private static final int SCALES_WITHOUT_DS = 32;
    private static final int TG_16K = 2;

    private final boolean ranges;
    private final boolean ds;

    RangeDecoder(Identification identification) {
        this.ranges = identification.ril();
        this.ds = identification.ds();
    }

    /// A single granule without a level is a reserved combination; the level 1 of 16 KiB is none unless DS.
    ///
    /// @param word0 of an invalidation by address
    boolean legal(long word0, long word1) {
        if (!ranged(word1) || TlbiScope.NUM.isSet(word0) || scale(word0) != 0) {
            return true;
        }
        long level = TlbiScope.TTL.get(word1);
        return level != 0 && !(TlbiScope.TG.get(word1) == TG_16K && level == 1 && !ds);
    }

    /// The address of the last byte, unsigned.
    ///
    /// @param first the address of the first
    long last(long first, long word0, long word1) {
        long bytes = 1L << Identification.GRANULE_4K;
        if (ranged(word1)) {
            bytes = TlbiScope.NUM.get(word0) + 1L << scale(word0) + granule(word1);
        }
        long last = first + bytes - 1;
        boolean wraps = Long.compareUnsigned(last, first) < 0;
        return wraps ? -1 : last;
    }

    private boolean ranged(long word1) {
        return ranges && TlbiScope.TG.isSet(word1);
    }

    private int scale(long word0) {
        int scale = (int) TlbiScope.SCALE.get(word0);
        return ds ? Math.min(scale, HIGHEST_SCALE) : scale % SCALES_WITHOUT_DS;
    }

    /// 1, 2 and 3 stand for 4, 16 and 64 KiB.
    private static int granule(long word1) {
        return Identification.GRANULE_4K + 2 * ((int) TlbiScope.TG.get(word1) - 1);
    }
}
