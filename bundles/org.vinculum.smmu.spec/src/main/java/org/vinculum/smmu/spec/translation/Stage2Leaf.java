package org.vinculum.smmu.spec.translation;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// A stage 2 descriptor of a block or page: its attributes (DDI 0487, D8.3.1).
public final class Stage2Leaf {
    /// See `Stage2Attribute`, and `ForcedAttribute` where STE.S2FWB is 1.
    public static final Bits MEMATTR = bits(5, 2);

    /// Bit 0 gives read access, bit 1 write access.
    public static final Bits S2AP = bits(7, 6);

    public static final Bits SH = bits(9, 8);
    public static final Bits AF = bit(10);

    /// Of a block: it must not be cached in TLBs together with what replaces it.
    public static final Bits NT = bit(16);

    public static final Bits DBM = bit(51);
    public static final Bits CONTIGUOUS = bit(52);

    /// XN[1:0]; bit 53 counts only where IDR3.XNX is 1.
    public static final Bits XN = bits(54, 53);

    public static final Bits NS = bit(55);
    public static final Bits ASSURED_ONLY = bit(58);
    public static final Bits PBHA = bits(62, 59);

    /// S2AP[0], read access.
    public static final Bits S2AP_0 = bit(6);

    /// S2AP[1], write access.
    public static final Bits S2AP_1 = bit(7);

    private Stage2Leaf() {}

    /// Fields that stand in the place of others with permission indirection (STE.S2PIE) or overlays (STE.S2POE).
    public static final class Indirect {
        public static final Bits PIINDEX_0 = bit(6);
        public static final Bits DIRTY = bit(7);
        public static final Bits PIINDEX_1 = bit(51);
        public static final Bits PIINDEX_2 = bit(53);
        public static final Bits PIINDEX_3 = bit(54);

        /// With STE.S2POE.
        public static final Bits POINDEX = bits(62, 59);

        private Indirect() {}
    }
}
