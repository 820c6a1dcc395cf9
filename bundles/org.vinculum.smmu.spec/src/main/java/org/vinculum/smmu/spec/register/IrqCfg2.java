package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GERROR_IRQ_CFG2 and SMMU_EVENTQ_IRQ_CFG2, memory attributes of an MSI (IHI 0070, 6.3.23, 6.3.32).
public record IrqCfg2(int value) implements Register32 {
    public static final int GERROR_OFFSET = 0x74;
    public static final int EVENTQ_OFFSET = 0xbc;

    public static final Bits MEM_ATTR = bits(3, 0);
    public static final Bits SH = bits(5, 4);
}
