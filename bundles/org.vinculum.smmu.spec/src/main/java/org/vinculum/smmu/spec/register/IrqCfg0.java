package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GERROR_IRQ_CFG0, SMMU_EVENTQ_IRQ_CFG0 and SMMU_PRIQ_IRQ_CFG0, where an MSI goes; 0 for none
/// (IHI 0070, 6.3.21, 6.3.30, 6.3.34).
public record IrqCfg0(long value) implements Register64 {
    public static final int GERROR_OFFSET = 0x68;
    public static final int EVENTQ_OFFSET = 0xb0;
    public static final int PRIQ_OFFSET = 0xd0;

    public static final Bits ADDR = bits(55, 2);
}
