package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CR1, memory attributes for tables and queues (IHI 0070, 6.3.11).
public record Cr1(int value) implements Register32 {
    public static final int OFFSET = 0x28;

    public static final Bits QUEUE_IC = bits(1, 0);
    public static final Bits QUEUE_OC = bits(3, 2);
    public static final Bits QUEUE_SH = bits(5, 4);
    public static final Bits TABLE_IC = bits(7, 6);
    public static final Bits TABLE_OC = bits(9, 8);
    public static final Bits TABLE_SH = bits(11, 10);
}
