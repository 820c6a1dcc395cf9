package org.vinculum.smmu.spec.translation;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// A stage 1 descriptor of a block or page: its attributes (DDI 0487, D8.3.1).
public final class Stage1Leaf {
    public static final Bits ATTRINDX = bits(4, 2);
    public static final Bits NS = bit(5);

    /// AP[2:1]: bit 0 gives unprivileged access, bit 1 takes write access.
    public static final Bits AP = bits(7, 6);

    public static final Bits SH = bits(9, 8);
    public static final Bits AF = bit(10);
    public static final Bits NG = bit(11);

    /// Of a block: it must not be cached in TLBs together with what replaces it.
    public static final Bits NT = bit(16);

    public static final Bits GP = bit(50);
    public static final Bits DBM = bit(51);
    public static final Bits CONTIGUOUS = bit(52);
    public static final Bits PXN = bit(53);

    /// XN in a regime of one privilege level.
    public static final Bits UXN = bit(54);

    public static final Bits PBHA = bits(62, 59);

    /// AP[1], unprivileged access.
    public static final Bits AP_1 = bit(6);

    /// AP[2], no write access.
    public static final Bits AP_2 = bit(7);

    private Stage1Leaf() {}

    /// Fields that stand in the place of others with permission indirection (CD.PIE) or attribute index extension (CD.AIE).
    public static final class Indirect {
        public static final Bits PIINDEX_0 = bit(6);
        public static final Bits NDIRTY = bit(7);
        public static final Bits PIINDEX_1 = bit(51);
        public static final Bits PIINDEX_2 = bit(53);
        public static final Bits PIINDEX_3 = bit(54);

        /// With CD.AIE.
        public static final Bits ATTRINDX_3 = bit(59);

        private Indirect() {}
    }
}
