package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_STRTAB_BASE_CFG, size and levels of the stream table (IHI 0070, 6.3.25).
public record StrtabBaseCfg(int value) implements Register32 {
    public static final int OFFSET = 0x88;

    public static final Bits LOG2SIZE = bits(5, 0);
    public static final Bits SPLIT = bits(10, 6);
    public static final Bits FMT = bits(17, 16);
}
