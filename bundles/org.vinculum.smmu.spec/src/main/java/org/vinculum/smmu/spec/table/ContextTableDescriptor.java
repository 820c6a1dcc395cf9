package org.vinculum.smmu.spec.table;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// L1CD, where the CDs of a range of substreams are, in a CD table of two levels (IHI 0070, 5.3).
public record ContextTableDescriptor(long word) {
    /// Bytes of a descriptor.
    public static final int SIZE = 8;

    public static final Bits V = bit(0);
    public static final Bits L2_PTR = bits(55, 12);

    public boolean valid() {
        return V.isSet(word);
    }

    /// The address of the first CD; an IPA when stage 2 translates.
    public long l2Ptr() {
        return L2_PTR.inPlace(word);
    }
}
