package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_ECMDQ_CONSn, up to where commands are consumed, and why it stopped (IHI 0070, 6.3.109).
public record EcmdqCons(int value) implements Register32 {
    /// Within a command queue control page (6.2.5).
    public static final int OFFSET = 0xc;

    /// Bytes from one to the next.
    public static final int STRIDE = 0x100;

    /// How many there are at most.
    public static final int COUNT = 256;

    public static final Bits RD = bits(19, 0);
    public static final Bits ERR = bit(23);
    public static final Bits ERR_REASON = bits(26, 24);
    public static final Bits ENACK = bit(31);
}
