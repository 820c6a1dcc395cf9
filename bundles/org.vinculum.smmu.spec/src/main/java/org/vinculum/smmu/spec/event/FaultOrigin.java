package org.vinculum.smmu.spec.event;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// At which stage and in doing what a fault occurred (IHI 0070, 7.3): word 1.
///
/// @param nsipa of Secure streams only
/// @param s2 whether at stage 2
/// @param faultClass 2 bits, see `FaultClass`
public record FaultOrigin(boolean nsipa, boolean s2, int faultClass) {
    public static final Bits NSIPA = bit(102);
    public static final Bits S2 = bit(103);
    public static final Bits CLASS = bits(105, 104);

    static FaultOrigin from(Words words) {
        return new FaultOrigin(NSIPA.isSet(words), S2.isSet(words), (int) CLASS.get(words));
    }

    long word1() {
        return NSIPA.of(nsipa) | S2.of(s2) | CLASS.of(faultClass);
    }
}
