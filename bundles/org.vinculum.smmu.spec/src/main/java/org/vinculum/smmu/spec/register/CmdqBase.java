package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CMDQ_BASE, where the command queue is and how large (IHI 0070, 6.3.26).
public record CmdqBase(long value) implements Register64 {
    public static final int OFFSET = 0x90;

    public static final Bits LOG2SIZE = bits(4, 0);
    public static final Bits ADDR = bits(55, 5);
    public static final Bits RA = bit(62);
}
