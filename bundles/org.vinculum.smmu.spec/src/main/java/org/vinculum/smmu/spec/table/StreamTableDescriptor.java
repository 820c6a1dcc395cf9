package org.vinculum.smmu.spec.table;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// L1STD, where the STEs of a range of streams are, in a stream table of two levels (IHI 0070, 5.1).
public record StreamTableDescriptor(long word) {
    /// Bytes of a descriptor.
    public static final int SIZE = 8;

    public static final Bits SPAN = bits(4, 0);
    public static final Bits L2_PTR = bits(55, 6);

    /// 0 when there are none, else one more than the binary logarithm of their number; 12 to 31 are reserved.
    public int span() {
        return (int) SPAN.get(word);
    }

    /// The address of the first STE; bits below the size of the array count as zero.
    public long l2Ptr() {
        return L2_PTR.inPlace(word);
    }
}
