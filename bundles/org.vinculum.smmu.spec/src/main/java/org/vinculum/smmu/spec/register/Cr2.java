package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CR2, regimes, and which events are recorded (IHI 0070, 6.3.12).
public record Cr2(int value) implements Register32 {
    public static final int OFFSET = 0x2c;

    public static final Bits E2H = bit(0);
    public static final Bits RECINVSID = bit(1);
    public static final Bits PTM = bit(2);
    public static final Bits REC_CFG_ATS = bit(3);
}
