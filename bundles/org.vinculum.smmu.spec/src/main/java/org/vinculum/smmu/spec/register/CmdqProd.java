package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CMDQ_PROD, up to where commands are written (IHI 0070, 6.3.27).
public record CmdqProd(int value) implements Register32 {
    public static final int OFFSET = 0x98;

    public static final Bits WR = bits(19, 0);
}
