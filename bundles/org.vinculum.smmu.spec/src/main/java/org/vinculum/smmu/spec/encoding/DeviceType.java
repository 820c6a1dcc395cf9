package org.vinculum.smmu.spec.encoding;

/// The kinds of Device memory, the strictest first.
public enum DeviceType {
    NGNRNE,
    NGNRE,
    NGRE,
    GRE;

    /// @param encoding 2 bits, as MAIR and a stage 2 MemAttr have them
    public static DeviceType of(int encoding) {
        return switch (encoding) {
            case 0 -> NGNRNE;
            case 1 -> NGNRE;
            case 2 -> NGRE;
            default -> GRE;
        };
    }

    public int encoding() {
        return ordinal();
    }
}
