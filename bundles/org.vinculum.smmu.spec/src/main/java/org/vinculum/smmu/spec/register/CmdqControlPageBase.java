package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CMDQ_CONTROL_PAGE_BASEn, where a page of enhanced command queues is (IHI 0070, 6.3.49).
public record CmdqControlPageBase(long value) implements Register64 {
    public static final int OFFSET = 0x4000;

    /// Bytes from one to the next.
    public static final int STRIDE = 0x20;

    /// How many there are at most.
    public static final int COUNT = 256;

    public static final Bits CMDQ_CONTROL_PAGE_PRESET = bit(0);
    public static final Bits CMDQGS = bits(2, 1);
    public static final Bits ADDR = bits(55, 16);
}
