package org.vinculum.smmu.spec.table;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// STE, what is done with the transactions of one stream (IHI 0070, 5.2). Fields stand word by word.
///
/// S_* fields, NSCFG and S2SW, S2SA, S2NSW, S2NSA are of Secure state.
///
/// @param words 8
public record StreamTableEntry(Words words) {
    /// Bytes of an entry.
    public static final int SIZE = 64;

    public static final Bits V = bit(0);
    public static final Bits CONFIG = bits(3, 1);
    public static final Bits S1_FMT = bits(5, 4);
    public static final Bits S1_CONTEXT_PTR = bits(55, 6);
    public static final Bits S1CD_MAX = bits(63, 59);

    public static final Bits S1DSS = bits(65, 64);
    public static final Bits S1CIR = bits(67, 66);
    public static final Bits S1COR = bits(69, 68);
    public static final Bits S1CSH = bits(71, 70);
    public static final Bits S2HWU59 = bit(72);
    public static final Bits S2HWU60 = bit(73);
    public static final Bits S2HWU61 = bit(74);
    public static final Bits S2HWU62 = bit(75);
    public static final Bits DRE = bit(76);
    public static final Bits CONT = bits(80, 77);
    public static final Bits DCP = bit(81);
    public static final Bits PPAR = bit(82);
    public static final Bits MEV = bit(83);
    public static final Bits SW_RESERVED = bits(87, 84);
    public static final Bits S1PIE = bit(88);
    public static final Bits S2FWB = bit(89);
    public static final Bits S1MPAM = bit(90);
    public static final Bits S1STALLD = bit(91);
    public static final Bits EATS = bits(93, 92);
    public static final Bits STRW = bits(95, 94);
    public static final Bits MEM_ATTR = bits(99, 96);
    public static final Bits MTCFG = bit(100);
    public static final Bits ALLOCCFG = bits(104, 101);
    public static final Bits SHCFG = bits(109, 108);
    public static final Bits NSCFG = bits(111, 110);
    public static final Bits PRIVCFG = bits(113, 112);
    public static final Bits INSTCFG = bits(115, 114);
    public static final Bits IMPDEF1 = bits(127, 116);

    public static final Bits S2VMID = bits(143, 128);
    public static final Bits IMPDEF2 = bits(159, 144);
    public static final Bits S2T0SZ = bits(165, 160);
    public static final Bits S2SL0 = bits(167, 166);
    public static final Bits S2IR0 = bits(169, 168);
    public static final Bits S2OR0 = bits(171, 170);
    public static final Bits S2SH0 = bits(173, 172);
    public static final Bits S2TG = bits(175, 174);
    public static final Bits S2PS = bits(178, 176);
    public static final Bits S2AA64 = bit(179);
    public static final Bits S2ENDI = bit(180);
    public static final Bits S2AFFD = bit(181);
    public static final Bits S2PTW = bit(182);
    public static final Bits S2HD = bit(183);
    public static final Bits S2HA = bit(184);
    public static final Bits S2S = bit(185);
    public static final Bits S2R = bit(186);
    public static final Bits S2HAFT = bit(187);
    public static final Bits S2PIE = bit(188);
    public static final Bits S2POE = bit(189);
    public static final Bits DPT_VMATCH = bits(191, 190);

    public static final Bits S2NSW = bit(192);
    public static final Bits S2NSA = bit(193);
    public static final Bits S2SL0_2 = bit(194);
    public static final Bits S2DS = bit(195);
    public static final Bits S2TTB = bits(247, 196);
    public static final Bits S2SKL = bits(254, 253);

    public static final Bits IMPDEF4 = bits(271, 256);
    public static final Bits PARTID = bits(287, 272);
    public static final Bits S_S2T0SZ = bits(293, 288);
    public static final Bits S_S2SL0 = bits(295, 294);
    public static final Bits S_S2TG = bits(303, 302);
    public static final Bits MECID = bits(319, 304);

    public static final Bits PMG = bits(327, 320);
    public static final Bits MPAM_NS = bit(328);
    public static final Bits ASSURED_ONLY = bit(329);
    public static final Bits TL0 = bit(330);
    public static final Bits TL1 = bit(331);
    public static final Bits VMS_PTR = bits(375, 332);

    public static final Bits S2SW = bit(384);
    public static final Bits S2SA = bit(385);
    public static final Bits S_S2SL0_2 = bit(386);
    public static final Bits S_S2TTB = bits(439, 388);
    public static final Bits S_S2SKL = bits(446, 445);

    private static final int S2POI_FROM = 448;
    private static final int S2POI_WIDTH = 4;

    /// S2POI<p>, what one of the 16 values of a stage 2 POIndex permits.
    ///
    /// @param index 0 to 15
    public static Bits s2poi(int index) {
        int lo = S2POI_FROM + S2POI_WIDTH * index;
        return bits(lo + S2POI_WIDTH - 1, lo);
    }

    /// @throws IllegalArgumentException unless there are 8 words
    public StreamTableEntry {
        if (words.size() * Long.BYTES != SIZE) {
            throw new IllegalArgumentException("an STE has 8 words: " + words);
        }
    }

    public boolean has(Bits field) {
        return field.isSet(words);
    }

    /// No field that is asked as a number is wider than 16 bits.
    public int get(Bits field) {
        return (int) field.get(words);
    }

    public boolean valid() {
        return V.isSet(words);
    }

    /// The address of the CD, or of the first CD or L1CD of a table; an IPA when stage 2 translates.
    public long s1ContextPtr() {
        return S1_CONTEXT_PTR.inPlace(words);
    }

    /// The address of the start of the stage 2 table.
    public long s2ttb() {
        return S2TTB.inPlace(words);
    }

    /// The address of the VMS.
    public long vmsPtr() {
        return VMS_PTR.inPlace(words);
    }
}
