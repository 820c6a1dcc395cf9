package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CMDQ_CONTROL_PAGE_STATUSn, whether a page of enhanced command queues is enabled (IHI 0070, 6.3.51).
public record CmdqControlPageStatus(int value) implements Register32 {
    public static final int OFFSET = 0x400c;

    /// Bytes from one to the next.
    public static final int STRIDE = 0x20;

    /// How many there are at most.
    public static final int COUNT = 256;

    public static final Bits ENACK = bit(0);
}
