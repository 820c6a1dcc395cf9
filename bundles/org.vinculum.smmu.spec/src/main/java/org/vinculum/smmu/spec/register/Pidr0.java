package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_PIDR0 (IHI 0070, 6.3.170).
public record Pidr0(int value) implements Register32 {
    public static final int OFFSET = 0xfe0;

    public static final Bits PART_0 = bits(7, 0);
}
