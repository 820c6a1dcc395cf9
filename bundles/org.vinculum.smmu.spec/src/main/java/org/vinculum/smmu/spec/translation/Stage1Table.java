package org.vinculum.smmu.spec.translation;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// A stage 1 descriptor of a table, which restricts everything below it (DDI 0487, D8.3.1). CD.HAD makes the hierarchical
/// attributes not count.
public final class Stage1Table {
    /// Accessed, where CD.HAFT is 1.
    public static final Bits AF = bit(10);

    public static final Bits PXNTABLE = bit(59);

    /// XNTABLE in a regime of one privilege level.
    public static final Bits UXNTABLE = bit(60);

    /// Bit 0 takes access from unprivileged ones, bit 1 takes write access from all.
    public static final Bits APTABLE = bits(62, 61);

    public static final Bits NSTABLE = bit(63);

    private Stage1Table() {}
}
