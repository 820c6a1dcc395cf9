package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_DPT_CFG_FAR, what went wrong in a lookup of the device permission table (IHI 0070, 6.3.48).
public record DptCfgFar(long value) implements Register64 {
    public static final int OFFSET = 0x210;

    public static final Bits FAULT = bit(0);
    public static final Bits LEVEL = bit(1);
    public static final Bits DPT_FAULTCODE = bits(7, 4);
    public static final Bits FADDR = bits(55, 12);
}
