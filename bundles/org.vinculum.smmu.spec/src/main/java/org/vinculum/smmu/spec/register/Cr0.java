package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CR0, global control (IHI 0070, 6.3.9), and SMMU_CR0ACK, what of it is in effect (6.3.10).
public record Cr0(int value) implements Register32 {
    public static final int OFFSET = 0x20;
    public static final int ACK_OFFSET = 0x24;

    public static final Bits SMMUEN = bit(0);
    public static final Bits PRIQEN = bit(1);
    public static final Bits EVENTQEN = bit(2);
    public static final Bits CMDQEN = bit(3);
    public static final Bits ATSCHK = bit(4);
    public static final Bits VMW = bits(8, 6);
    public static final Bits DPT_WALK_EN = bit(10);
}
