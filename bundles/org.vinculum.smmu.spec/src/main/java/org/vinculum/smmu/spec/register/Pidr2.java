package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_PIDR2 (IHI 0070, 6.3.170).
public record Pidr2(int value) implements Register32 {
    public static final int OFFSET = 0xfe8;

    public static final Bits DES_1 = bits(2, 0);
    public static final Bits JEDEC = bit(3);
    public static final Bits REVISION = bits(7, 4);
}
