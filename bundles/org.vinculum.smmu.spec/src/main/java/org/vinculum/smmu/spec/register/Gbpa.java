package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GBPA, what happens to traffic while translation is off (IHI 0070, 6.3.14).
public record Gbpa(int value) implements Register32 {
    public static final int OFFSET = 0x44;

    public static final Bits MEM_ATTR = bits(3, 0);
    public static final Bits MTCFG = bit(4);
    public static final Bits ALLOCCFG = bits(11, 8);
    public static final Bits SHCFG = bits(13, 12);
    public static final Bits PRIVCFG = bits(17, 16);
    public static final Bits INSTCFG = bits(19, 18);
    public static final Bits ABORT = bit(20);
    public static final Bits UPDATE = bit(31);
}
