package org.vinculum.smmu.spec.encoding;

/// STE.STRW of a Non-secure STE, whose translation regime a stream is in (IHI 0070, 5.2).
public enum Strw {
    NS_EL1(0b00),

    /// NS-EL2-E2H where CR2.E2H is 1.
    NS_EL2(0b10),

    /// `0bx1`, ILLEGAL where STRW is not IGNORED.
    RESERVED(0b11);

    private final int encoding;

    Strw(int encoding) {
        this.encoding = encoding;
    }

    /// @param encoding 2 bits
    public static Strw of(int encoding) {
        return switch (encoding) {
            case 0b00 -> NS_EL1;
            case 0b10 -> NS_EL2;
            default -> RESERVED;
        };
    }

    public int encoding() {
        return encoding;
    }
}
