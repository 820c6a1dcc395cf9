package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_AIDR, the version of the architecture (IHI 0070, 6.3.8). Informative: features are in the IDRs.
public record Aidr(int value) implements Register32 {
    public static final int OFFSET = 0x1c;

    public static final Bits ARCH_MINOR_REV = bits(3, 0);
    public static final Bits ARCH_MAJOR_REV = bits(7, 4);
}
