package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_CIDR0 to SMMU_CIDR3, which say that the page belongs to a CoreSight component (IHI 0070, 6.3.170).
public record Cidr(int value) implements Register32 {
    public static final int OFFSET = 0xff0;

    /// Bytes from one to the next.
    public static final int STRIDE = 4;

    public static final int COUNT = 4;

    /// The class of the component is in the upper half of CIDR1.
    public static final Bits PREAMBLE = bits(7, 0);

    /// The only value of each.
    ///
    /// @param index 0 to 3
    public static int expected(int index) {
        return switch (index) {
            case 0 -> 0x0d;
            case 1 -> 0xf0;
            case 2 -> 0x05;
            case 3 -> 0xb1;
            default -> throw new IllegalArgumentException("no CIDR" + index);
        };
    }
}
