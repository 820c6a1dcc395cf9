package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_PRIQ_PROD on page 1, up to where page requests are written (IHI 0070, 6.3.97).
public record PriqProd(int value) implements Register32 {
    public static final int OFFSET = 0x100c8;

    /// On page 0, where an implementation may have an alias (6.2.1).
    public static final int ALIAS_OFFSET = 0xc8;

    public static final Bits WR = bits(19, 0);
    public static final Bits OVFLG = bit(31);
}
