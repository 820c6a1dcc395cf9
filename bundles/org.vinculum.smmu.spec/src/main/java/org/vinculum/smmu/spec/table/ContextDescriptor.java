package org.vinculum.smmu.spec.table;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// CD, the stage 1 translation of one stream or substream (IHI 0070, 5.4). Fields stand word by word.
///
/// @param words 8
public record ContextDescriptor(Words words) {
    /// Bytes of a descriptor.
    public static final int SIZE = 64;

    public static final Bits T0SZ = bits(5, 0);
    public static final Bits TG0 = bits(7, 6);
    public static final Bits IR0 = bits(9, 8);
    public static final Bits OR0 = bits(11, 10);
    public static final Bits SH0 = bits(13, 12);
    public static final Bits EPD0 = bit(14);
    public static final Bits ENDI = bit(15);
    public static final Bits T1SZ = bits(21, 16);
    public static final Bits TG1 = bits(23, 22);
    public static final Bits IR1 = bits(25, 24);
    public static final Bits OR1 = bits(27, 26);
    public static final Bits SH1 = bits(29, 28);
    public static final Bits EPD1 = bit(30);
    public static final Bits V = bit(31);
    public static final Bits IPS = bits(34, 32);
    public static final Bits AFFD = bit(35);
    public static final Bits WXN = bit(36);
    public static final Bits UWXN = bit(37);
    public static final Bits TBI0 = bit(38);
    public static final Bits TBI1 = bit(39);
    public static final Bits PAN = bit(40);
    public static final Bits AA64 = bit(41);
    public static final Bits HD = bit(42);
    public static final Bits HA = bit(43);
    public static final Bits S = bit(44);
    public static final Bits R = bit(45);
    public static final Bits A = bit(46);
    public static final Bits ASET = bit(47);
    public static final Bits ASID = bits(63, 48);

    public static final Bits NSCFG0 = bit(64);
    public static final Bits HAD0 = bit(65);
    public static final Bits E0PD0 = bit(66);
    public static final Bits HAFT = bit(67);
    public static final Bits TTB0 = bits(119, 68);
    public static final Bits PNCH = bit(122);
    public static final Bits EPAN = bit(123);
    public static final Bits HWU059 = bit(124);
    public static final Bits HWU060 = bit(125);
    public static final Bits HWU061 = bit(126);
    public static final Bits HWU062 = bit(127);

    public static final Bits NSCFG1 = bit(128);
    public static final Bits HAD1 = bit(129);
    public static final Bits E0PD1 = bit(130);
    public static final Bits AIE = bit(131);
    public static final Bits TTB1 = bits(183, 132);
    public static final Bits DS = bit(186);
    public static final Bits PIE = bit(187);
    public static final Bits HWU159 = bit(188);
    public static final Bits HWU160 = bit(189);
    public static final Bits HWU161 = bit(190);
    public static final Bits HWU162 = bit(191);

    public static final Bits MAIR0 = bits(223, 192);
    public static final Bits MAIR1 = bits(255, 224);

    public static final Bits AMAIR0 = bits(287, 256);
    public static final Bits AMAIR1 = bits(319, 288);

    public static final Bits IMPDEF5 = bits(351, 320);
    public static final Bits PARTID = bits(367, 352);
    public static final Bits PMG = bits(375, 368);

    /// Fields that stand in the place of others when the tables have 128-bit descriptors (VMSAv9-128).
    public static final class Vmsav9 {
        /// In the place of HAD0.
        public static final Bits DIS_CH0 = bit(65);

        /// In the place of HWU061 and HWU062.
        public static final Bits SKL0 = bits(127, 126);

        /// In the place of HAD1.
        public static final Bits DIS_CH1 = bit(129);

        /// In the place of HWU161 and HWU162.
        public static final Bits SKL1 = bits(191, 190);

        private Vmsav9() {}
    }

    private static final int PIIU_FROM = 384;
    private static final int PIIP_FROM = 448;
    private static final int PII_WIDTH = 3;

    /// PIIU<p>, what one of the 16 values of a stage 1 PIIndex permits to unprivileged accesses.
    ///
    /// @param index 0 to 15
    public static Bits piiu(int index) {
        int lo = PIIU_FROM + PII_WIDTH * index;
        return bits(lo + PII_WIDTH - 1, lo);
    }

    /// PIIP<p>, the same for privileged accesses.
    ///
    /// @param index 0 to 15
    public static Bits piip(int index) {
        int lo = PIIP_FROM + PII_WIDTH * index;
        return bits(lo + PII_WIDTH - 1, lo);
    }

    /// Attr<n> of MAIR0 and MAIR1, the memory attribute that an AttrIndx chooses.
    ///
    /// @param index 0 to 7
    public static Bits attribute(int index) {
        int lo = MAIR0.lo() + Byte.SIZE * index;
        return bits(lo + Byte.SIZE - 1, lo);
    }

    /// @throws IllegalArgumentException unless there are 8 words
    public ContextDescriptor {
        if (words.size() * Long.BYTES != SIZE) {
            throw new IllegalArgumentException("a CD has 8 words: " + words);
        }
    }

    public boolean has(Bits field) {
        return field.isSet(words);
    }

    /// Fields of 32 bits are unsigned numbers in the `int`.
    public int get(Bits field) {
        return (int) field.get(words);
    }

    public boolean valid() {
        return V.isSet(words);
    }

    /// The address of the start of the table for the lower half of the addresses.
    public long ttb0() {
        return TTB0.inPlace(words);
    }

    /// The address of the start of the table for the upper half of the addresses.
    public long ttb1() {
        return TTB1.inPlace(words);
    }
}
