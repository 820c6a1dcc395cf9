package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_PIDR1 (IHI 0070, 6.3.170).
public record Pidr1(int value) implements Register32 {
    public static final int OFFSET = 0xfe4;

    public static final Bits PART_1 = bits(3, 0);
    public static final Bits DES_0 = bits(7, 4);
}
