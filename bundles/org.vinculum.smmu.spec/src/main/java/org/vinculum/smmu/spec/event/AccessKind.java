package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// What the transaction wanted to do that led to an event (IHI 0070, 7.3): word 1. PnU and InD are those after the STE's
/// overrides, except in F_UUT.
///
/// @param pnu whether it is privileged
/// @param ind whether it fetches instructions; never with a write
/// @param rnw whether it reads
public record AccessKind(boolean pnu, boolean ind, boolean rnw) {
    public static final Bits PNU = bit(97);
    public static final Bits IND = bit(98);
    public static final Bits RNW = bit(99);

    static AccessKind from(Words words) {
        return new AccessKind(PNU.isSet(words), IND.isSet(words), RNW.isSet(words));
    }

    long word1() {
        return PNU.of(pnu) | IND.of(ind) | RNW.of(rnw);
    }
}
