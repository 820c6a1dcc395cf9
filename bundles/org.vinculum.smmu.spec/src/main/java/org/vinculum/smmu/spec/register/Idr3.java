package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_IDR3, which features there are, part two (IHI 0070, 6.3.4).
public record Idr3(int value) implements Register32 {
    public static final int OFFSET = 0xc;

    public static final Bits HAD = bit(2);
    public static final Bits PBHA = bit(3);
    public static final Bits XNX = bit(4);
    public static final Bits PPS = bit(5);
    public static final Bits MPAM = bit(7);
    public static final Bits FWB = bit(8);
    public static final Bits STT = bit(9);
    public static final Bits RIL = bit(10);
    public static final Bits BBML = bits(12, 11);
    public static final Bits E0PD = bit(13);
    public static final Bits PTWNNC = bit(14);
    public static final Bits DPT = bit(15);
    public static final Bits PASIDTT = bit(16);
    public static final Bits EPAN = bit(17);
    public static final Bits S1PI = bit(18);
    public static final Bits S2PI = bit(19);
    public static final Bits S2PO = bit(20);
    public static final Bits THE = bit(21);
    public static final Bits MTEPERM = bit(22);
    public static final Bits AIE = bit(23);
}
