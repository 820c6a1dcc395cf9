package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GERROR_IRQ_CFG1, SMMU_EVENTQ_IRQ_CFG1 and SMMU_PRIQ_IRQ_CFG1, what an MSI writes
/// (IHI 0070, 6.3.22, 6.3.31, 6.3.35).
public record IrqCfg1(int value) implements Register32 {
    public static final int GERROR_OFFSET = 0x70;
    public static final int EVENTQ_OFFSET = 0xb8;
    public static final int PRIQ_OFFSET = 0xd8;

    public static final Bits DATA = bits(31, 0);
}
