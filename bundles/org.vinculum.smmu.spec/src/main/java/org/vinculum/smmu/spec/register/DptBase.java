package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_DPT_BASE, where the device permission table is (IHI 0070, 6.3.46).
public record DptBase(long value) implements Register64 {
    public static final int OFFSET = 0x200;

    public static final Bits BADDR = bits(55, 12);
    public static final Bits RA = bit(62);
}
