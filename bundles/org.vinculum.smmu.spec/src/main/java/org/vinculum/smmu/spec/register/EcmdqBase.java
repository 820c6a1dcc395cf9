package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_ECMDQ_BASEn, where an enhanced command queue is and how large (IHI 0070, 6.3.107).
public record EcmdqBase(long value) implements Register64 {
    /// Within a command queue control page (6.2.5).
    public static final int OFFSET = 0x0;

    /// Bytes from one to the next.
    public static final int STRIDE = 0x100;

    /// How many there are at most.
    public static final int COUNT = 256;

    public static final Bits LOG2SIZE = bits(4, 0);
    public static final Bits ADDR = bits(55, 5);
    public static final Bits RA = bit(62);
}
