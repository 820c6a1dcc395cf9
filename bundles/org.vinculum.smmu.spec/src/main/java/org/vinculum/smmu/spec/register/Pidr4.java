package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_PIDR4 (IHI 0070, 6.3.170).
public record Pidr4(int value) implements Register32 {
    public static final int OFFSET = 0xfd0;

    public static final Bits DES_2 = bits(3, 0);
    public static final Bits SIZE = bits(7, 4);
}
