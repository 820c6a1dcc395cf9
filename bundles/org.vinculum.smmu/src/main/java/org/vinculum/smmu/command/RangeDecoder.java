package org.vinculum.smmu.command;

import org.vinculum.smmu.cache.Invalidation.Range;
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
    boolean legal(TlbiScope scope) {
        if (!ranged(scope) || scope.num() != 0 || scale(scope) != 0) {
            return true;
        }
        return scope.ttl() != 0 && !(scope.tg() == TG_16K && scope.ttl() == 1 && !ds);
    }

    Range range(long address, TlbiScope scope) {
        long bytes = 1L << Identification.GRANULE_4K;
        if (ranged(scope)) {
            bytes = scope.num() + 1L << scale(scope) + granule(scope.tg());
        }
        long last = address + bytes - 1;
        boolean wraps = Long.compareUnsigned(last, address) < 0;
        return new Range(address, wraps ? -1 : last, scope.leaf());
    }

    private boolean ranged(TlbiScope scope) {
        return ranges && scope.tg() != 0;
    }

    private int scale(TlbiScope scope) {
        return ds ? Math.min(scope.scale(), HIGHEST_SCALE) : scope.scale() % SCALES_WITHOUT_DS;
    }

    /// 1, 2 and 3 stand for 4, 16 and 64 KiB.
    private static int granule(int tg) {
        return Identification.GRANULE_4K + 2 * (tg - 1);
    }
}
