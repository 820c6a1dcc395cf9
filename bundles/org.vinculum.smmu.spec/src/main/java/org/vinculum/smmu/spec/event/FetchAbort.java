package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// What could not be fetched, in the events of aborted fetches (IHI 0070, 7.3): words 1 and 3.
///
/// @param reason implementation defined, 16 bits
/// @param gpcf whether a granule protection check failed
/// @param fetchAddr physical address of the structure, 56 bits; bits 2:0 are dropped
public record FetchAbort(int reason, boolean gpcf, long fetchAddr) {
    public static final Bits REASON = bits(79, 64);
    public static final Bits GPCF = bit(80);
    public static final Bits FETCH_ADDR = bits(247, 195);

    /// An abort that says no more than where.
    public static FetchAbort at(long fetchAddr) {
        return new FetchAbort(0, false, fetchAddr);
    }

    static FetchAbort from(Words words) {
        return new FetchAbort(
                (int) REASON.get(words), GPCF.isSet(words), FETCH_ADDR.inPlace(words));
    }

    long word1() {
        return REASON.of(reason) | GPCF.of(gpcf);
    }

    long word3() {
        return FETCH_ADDR.inPlace(fetchAddr);
    }
}
