package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_MPAMIDR, how many partitions there are (IHI 0070, 6.3.41).
public record Mpamidr(int value) implements Register32 {
    public static final int OFFSET = 0x130;

    public static final Bits PARTID_MAX = bits(15, 0);
    public static final Bits PMG_MAX = bits(23, 16);
}
