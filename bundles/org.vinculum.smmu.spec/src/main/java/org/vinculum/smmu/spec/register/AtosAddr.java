package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GATOS_ADDR and SMMU_VATOS_ADDR, which access to translate (IHI 0070, 6.3.39, 6.3.101).
public record AtosAddr(long value) implements Register64 {
    public static final int OFFSET = 0x110;

    /// Within the VATOS page (6.2.3).
    public static final int VATOS_OFFSET = 0xa10;

    public static final Bits HTTUI = bit(6);
    public static final Bits IND = bit(7);
    public static final Bits RNW = bit(8);
    public static final Bits PNU = bit(9);
    public static final Bits TYPE = bits(11, 10);
    public static final Bits ADDR = bits(63, 12);
}
