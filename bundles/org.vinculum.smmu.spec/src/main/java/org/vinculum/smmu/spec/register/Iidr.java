package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_IIDR, who made it; errata are matched by this (IHI 0070, 6.3.7).
public record Iidr(int value) implements Register32 {
    public static final int OFFSET = 0x18;

    public static final Bits IMPLEMENTER = bits(11, 0);
    public static final Bits REVISION = bits(15, 12);
    public static final Bits VARIANT = bits(19, 16);
    public static final Bits PRODUCT_ID = bits(31, 20);
}
