package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_IDR6, how many enhanced command queues there are (IHI 0070, 6.3.45).
public record Idr6(int value) implements Register32 {
    public static final int OFFSET = 0x190;

    public static final Bits CMDQ_CONTROL_PAGE_LOG2NUMQ = bits(19, 16);
    public static final Bits CMDQ_CONTROL_PAGE_LOG2NUMP = bits(27, 24);
}
