package org.vinculum.smmu.spec.translation;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;

/// What a descriptor of either stage is (DDI 0487, D8.3.1).
public final class Descriptor {
    /// Bytes of a descriptor.
    public static final int SIZE = 8;

    public static final Bits VALID = bit(0);

    /// At level 3 a page, above it a table; where it is 0, above level 3 a block, at level 3 nothing valid.
    public static final Bits TABLE_OR_PAGE = bit(1);

    private Descriptor() {}
}
