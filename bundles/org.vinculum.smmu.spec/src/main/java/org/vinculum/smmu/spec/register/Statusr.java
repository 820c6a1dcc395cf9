package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;

/// SMMU_STATUSR, whether it is dormant (IHI 0070, 6.3.13).
public record Statusr(int value) implements Register32 {
    public static final int OFFSET = 0x40;

    public static final Bits DORMANT = bit(0);
}
