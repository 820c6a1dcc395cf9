package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_PRIQ_IRQ_CFG2, memory attributes of an MSI, and whether only the last request raises it (IHI 0070, 6.3.36).
public record PriqIrqCfg2(int value) implements Register32 {
    public static final int OFFSET = 0xdc;

    public static final Bits MEM_ATTR = bits(3, 0);
    public static final Bits SH = bits(5, 4);
    public static final Bits LO = bit(31);
}
