package org.vinculum.smmu.walk;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// The fields of a translation table descriptor that both stages share (VMSAv8-64, descriptor formats).
final class Descriptor {
    static final Bits VALID = bit(0);

    /// A next-level table, or a page on the last level.
    static final Bits TABLE = bit(1);

    static final Bits SHAREABILITY = bits(9, 8);
    static final Bits ACCESSED = bit(10);
    static final Bits DIRTY_MANAGED = bit(51);

    private Descriptor() {}
}
