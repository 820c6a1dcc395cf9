package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GMPAM, the partition of the SMMU's own accesses (IHI 0070, 6.3.42).
public record Gmpam(int value) implements Register32 {
    public static final int OFFSET = 0x138;

    public static final Bits SO_PARTID = bits(15, 0);
    public static final Bits SO_PMG = bits(23, 16);
    public static final Bits UPDATE = bit(31);
}
