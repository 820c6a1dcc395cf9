package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GERROR, global errors (IHI 0070, 6.3.19), and SMMU_GERRORN, which of them are acknowledged (6.3.20).
///
/// An error is active while its bits in the two differ.
public record Gerror(int value) implements Register32 {
    public static final int OFFSET = 0x60;
    public static final int ACK_OFFSET = 0x64;

    public static final Bits CMDQ_ERR = bit(0);
    public static final Bits EVENTQ_ABT_ERR = bit(2);
    public static final Bits PRIQ_ABT_ERR = bit(3);
    public static final Bits MSI_CMDQ_ABT_ERR = bit(4);
    public static final Bits MSI_EVENTQ_ABT_ERR = bit(5);
    public static final Bits MSI_PRIQ_ABT_ERR = bit(6);
    public static final Bits MSI_GERROR_ABT_ERR = bit(7);
    public static final Bits SFM_ERR = bit(8);
    public static final Bits CMDQP_ERR = bit(9);
    public static final Bits DPT_ERR = bit(10);
}
