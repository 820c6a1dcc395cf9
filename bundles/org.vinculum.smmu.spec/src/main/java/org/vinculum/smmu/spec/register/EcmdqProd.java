package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_ECMDQ_PRODn, up to where commands are written, enable and acknowledgement (IHI 0070, 6.3.108).
public record EcmdqProd(int value) implements Register32 {
    /// Within a command queue control page (6.2.5).
    public static final int OFFSET = 0x8;

    /// Bytes from one to the next.
    public static final int STRIDE = 0x100;

    /// How many there are at most.
    public static final int COUNT = 256;

    public static final Bits WR = bits(19, 0);
    public static final Bits ERRACK = bit(23);
    public static final Bits EN = bit(31);
}
