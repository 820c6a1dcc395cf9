package org.vinculum.smmu.spec.encoding;

/// IDR5.OAS, STE.S2PS and CD.IPS, a size of addresses (IHI 0070, 6.3.6).
public enum Oas {
    BITS_32(32),
    BITS_36(36),
    BITS_40(40),
    BITS_42(42),
    BITS_44(44),
    BITS_48(48),
    BITS_52(52),
    BITS_56(56);

    private final int bits;

    Oas(int bits) {
        this.bits = bits;
    }

    /// @param encoding 3 bits; 7 is reserved before SMMUv3.4, 6 before SMMUv3.1
    public static Oas of(int encoding) {
        return switch (encoding) {
            case 0 -> BITS_32;
            case 1 -> BITS_36;
            case 2 -> BITS_40;
            case 3 -> BITS_42;
            case 4 -> BITS_44;
            case 5 -> BITS_48;
            case 6 -> BITS_52;
            default -> BITS_56;
        };
    }

    public int encoding() {
        return ordinal();
    }

    /// Number of address bits.
    public int bits() {
        return bits;
    }
}
