package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_DPT_BASE_CFG, size and granule of the device permission table (IHI 0070, 6.3.47).
public record DptBaseCfg(int value) implements Register32 {
    public static final int OFFSET = 0x208;

    public static final Bits DPTPS = bits(2, 0);
    public static final Bits DPTGS = bits(15, 14);
    public static final Bits L0DPTSZ = bits(23, 20);
}
