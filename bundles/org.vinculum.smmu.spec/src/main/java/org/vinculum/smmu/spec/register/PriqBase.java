package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_PRIQ_BASE, where the PRI queue is and how large (IHI 0070, 6.3.33).
public record PriqBase(long value) implements Register64 {
    public static final int OFFSET = 0xc0;

    public static final Bits LOG2SIZE = bits(4, 0);
    public static final Bits ADDR = bits(55, 5);
    public static final Bits WA = bit(62);
}
