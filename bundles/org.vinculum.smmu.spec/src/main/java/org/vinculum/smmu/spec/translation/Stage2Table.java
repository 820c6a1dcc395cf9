package org.vinculum.smmu.spec.translation;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;

/// A stage 2 descriptor of a table, which restricts nothing below it (DDI 0487, D8.3.1).
public final class Stage2Table {
    /// Accessed, where STE.S2HAFT is 1.
    public static final Bits AF = bit(10);

    private Stage2Table() {}
}
