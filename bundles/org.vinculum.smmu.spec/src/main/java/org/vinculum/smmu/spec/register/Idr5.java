package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_IDR5, address sizes, granules and stalled transactions (IHI 0070, 6.3.6).
public record Idr5(int value) implements Register32 {
    public static final int OFFSET = 0x14;

    public static final Bits OAS = bits(2, 0);
    public static final Bits GRAN4K = bit(4);
    public static final Bits GRAN16K = bit(5);
    public static final Bits GRAN64K = bit(6);
    public static final Bits DS = bit(7);
    public static final Bits D128 = bit(8);
    public static final Bits VAX = bits(11, 10);
    public static final Bits STALL_MAX = bits(31, 16);
}
