package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_EVENTQ_PROD on page 1, up to where events are written (IHI 0070, 6.3.95).
public record EventqProd(int value) implements Register32 {
    public static final int OFFSET = 0x100a8;

    /// On page 0, where an implementation may have an alias (6.2.1).
    public static final int ALIAS_OFFSET = 0xa8;

    public static final Bits WR = bits(19, 0);
    public static final Bits OVFLG = bit(31);
}
