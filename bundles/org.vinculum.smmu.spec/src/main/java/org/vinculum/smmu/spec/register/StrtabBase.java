package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_STRTAB_BASE, where the stream table is (IHI 0070, 6.3.24).
public record StrtabBase(long value) implements Register64 {
    public static final int OFFSET = 0x80;

    public static final Bits ADDR = bits(55, 6);
    public static final Bits RA = bit(62);
}
