package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GATOS_CTRL and SMMU_VATOS_CTRL, start of an address translation operation (IHI 0070, 6.3.37, 6.3.99).
public record AtosCtrl(int value) implements Register32 {
    public static final int OFFSET = 0x100;

    /// Within the VATOS page (6.2.3).
    public static final int VATOS_OFFSET = 0xa00;

    public static final Bits RUN = bit(0);
}
