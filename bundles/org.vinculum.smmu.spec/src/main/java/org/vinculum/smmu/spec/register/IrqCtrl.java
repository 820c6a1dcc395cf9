package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;

/// SMMU_IRQ_CTRL, which interrupts are enabled (IHI 0070, 6.3.16), and SMMU_IRQ_CTRLACK, which really are (6.3.18).
public record IrqCtrl(int value) implements Register32 {
    public static final int OFFSET = 0x50;
    public static final int ACK_OFFSET = 0x54;

    public static final Bits GERROR_IRQEN = bit(0);
    public static final Bits PRIQ_IRQEN = bit(1);
    public static final Bits EVENTQ_IRQEN = bit(2);
}
