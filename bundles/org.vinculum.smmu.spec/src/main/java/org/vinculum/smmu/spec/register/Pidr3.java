package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_PIDR3 (IHI 0070, 6.3.170).
public record Pidr3(int value) implements Register32 {
    public static final int OFFSET = 0xfec;

    public static final Bits CMOD = bits(3, 0);
    public static final Bits REVAND = bits(7, 4);
}
