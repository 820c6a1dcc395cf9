package org.vinculum.smmu.spec.encoding;

/// ATOS_ADDR.TYPE, through which stages to translate (IHI 0070, 6.3.39).
public enum AtosType {
    RESERVED,
    STAGE_1,
    STAGE_2,
    NESTED;

    /// @param encoding 2 bits
    public static AtosType of(int encoding) {
        return switch (encoding) {
            case 1 -> STAGE_1;
            case 2 -> STAGE_2;
            case 3 -> NESTED;
            default -> RESERVED;
        };
    }

    public int encoding() {
        return ordinal();
    }
}
