package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CMDQ_CONS, up to where commands are consumed, and why it stopped (IHI 0070, 6.3.28).
public record CmdqCons(int value) implements Register32 {
    public static final int OFFSET = 0x9c;

    public static final Bits RD = bits(19, 0);
    public static final Bits ERR = bits(30, 24);
}
