package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CMDQ_CONTROL_PAGE_CFGn, whether a page of enhanced command queues is enabled; fixed where its queues are
/// registers, as they all are (IHI 0070, 6.3.50).
public record CmdqControlPageCfg(int value) implements Register32 {
    public static final int OFFSET = 0x4008;

    /// Bytes from one to the next.
    public static final int STRIDE = 0x20;

    /// How many there are at most.
    public static final int COUNT = 256;

    public static final Bits EN = bit(0);
}
