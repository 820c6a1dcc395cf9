package org.vinculum.smmu.spec.encoding;

import java.util.Optional;

/// The size of a page, in the three ways in which fields encode it.
public enum Granule {
    KB_4(12, 0b00, 0b10, 0b01),
    KB_16(14, 0b10, 0b01, 0b10),
    KB_64(16, 0b01, 0b11, 0b11);

    private final int log2;
    private final int tg0;
    private final int tg1;
    private final int tg;

    Granule(int log2, int tg0, int tg1, int tg) {
        this.log2 = log2;
        this.tg0 = tg0;
        this.tg1 = tg1;
        this.tg = tg;
    }

    /// CD.TG0 and STE.S2TG (IHI 0070, 5.4, 5.2); empty for the reserved 3.
    ///
    /// @param encoding 2 bits
    public static Optional<Granule> ofTg0(int encoding) {
        return switch (encoding) {
            case 0b00 -> Optional.of(KB_4);
            case 0b01 -> Optional.of(KB_64);
            case 0b10 -> Optional.of(KB_16);
            default -> Optional.empty();
        };
    }

    /// CD.TG1 (IHI 0070, 5.4); empty for the reserved 0.
    ///
    /// @param encoding 2 bits
    public static Optional<Granule> ofTg1(int encoding) {
        return switch (encoding) {
            case 0b01 -> Optional.of(KB_16);
            case 0b10 -> Optional.of(KB_4);
            case 0b11 -> Optional.of(KB_64);
            default -> Optional.empty();
        };
    }

    /// TG of an invalidation by address (IHI 0070, 4.4.1.1); empty for 0, which is any.
    ///
    /// @param encoding 2 bits
    public static Optional<Granule> ofTg(int encoding) {
        return switch (encoding) {
            case 0b01 -> Optional.of(KB_4);
            case 0b10 -> Optional.of(KB_16);
            case 0b11 -> Optional.of(KB_64);
            default -> Optional.empty();
        };
    }

    /// Binary logarithm of the bytes of a page.
    public int log2() {
        return log2;
    }

    /// Binary logarithm of the descriptors of a whole table.
    public int indexBits() {
        return log2 - 3;
    }

    /// For CD.TG0 and STE.S2TG.
    public int tg0() {
        return tg0;
    }

    /// For CD.TG1.
    public int tg1() {
        return tg1;
    }

    /// For TG of an invalidation by address.
    public int tg() {
        return tg;
    }
}
