package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GBPMPAM, the partition of traffic that bypasses (IHI 0070, 6.3.43).
public record Gbpmpam(int value) implements Register32 {
    public static final int OFFSET = 0x13c;

    public static final Bits GBP_PARTID = bits(15, 0);
    public static final Bits GBP_PMG = bits(23, 16);
    public static final Bits UPDATE = bit(31);
}
