package org.vinculum.smmu.spec.encoding;

/// STE.EATS, which kind of ATS a stream may use (IHI 0070, 5.2).
public enum Eats {
    NONE,
    FULL,
    SPLIT_STAGE,

    /// Reserved where IDR3.DPT is 0.
    FULL_WITH_DPT;

    /// @param encoding 2 bits
    public static Eats of(int encoding) {
        return switch (encoding) {
            case 1 -> FULL;
            case 2 -> SPLIT_STAGE;
            case 3 -> FULL_WITH_DPT;
            default -> NONE;
        };
    }

    public int encoding() {
        return ordinal();
    }
}
