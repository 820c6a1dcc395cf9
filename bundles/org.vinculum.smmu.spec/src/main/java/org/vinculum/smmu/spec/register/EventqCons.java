package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_EVENTQ_CONS on page 1, up to where events are read (IHI 0070, 6.3.96).
public record EventqCons(int value) implements Register32 {
    public static final int OFFSET = 0x100ac;

    /// On page 0, where an implementation may have an alias (6.2.1).
    public static final int ALIAS_OFFSET = 0xac;

    public static final Bits RD = bits(19, 0);
    public static final Bits OVACKFLG = bit(31);
}
