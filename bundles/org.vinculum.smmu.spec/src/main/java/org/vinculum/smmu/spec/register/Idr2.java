package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_IDR2, the place of the VATOS page (IHI 0070, 6.3.3).
public record Idr2(int value) implements Register32 {
    public static final int OFFSET = 0x8;

    public static final Bits BA_VATOS = bits(9, 0);
}
