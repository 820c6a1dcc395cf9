package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_IDR0, which features there are, part one (IHI 0070, 6.3.1).
public record Idr0(int value) implements Register32 {
    public static final int OFFSET = 0x0;

    public static final Bits S2P = bit(0);
    public static final Bits S1P = bit(1);
    public static final Bits TTF = bits(3, 2);
    public static final Bits COHACC = bit(4);
    public static final Bits BTM = bit(5);
    public static final Bits HTTU = bits(7, 6);
    public static final Bits DORMHINT = bit(8);
    public static final Bits HYP = bit(9);
    public static final Bits ATS = bit(10);
    public static final Bits NS1ATS = bit(11);
    public static final Bits ASID16 = bit(12);
    public static final Bits MSI = bit(13);
    public static final Bits SEV = bit(14);
    public static final Bits ATOS = bit(15);
    public static final Bits PRI = bit(16);
    public static final Bits VMW = bit(17);
    public static final Bits VMID16 = bit(18);
    public static final Bits CD2L = bit(19);
    public static final Bits VATOS = bit(20);
    public static final Bits TTENDIAN = bits(22, 21);
    public static final Bits ATSRECERR = bit(23);
    public static final Bits STALL_MODEL = bits(25, 24);
    public static final Bits TERM_MODEL = bit(26);
    public static final Bits ST_LEVEL = bits(28, 27);
    public static final Bits RME_IMPL = bit(30);
}
