package org.vinculum.smmu.spec.encoding;

/// STE.SHCFG and GBPA.SHCFG, whether the shareability of a transaction is replaced (IHI 0070, 5.2, 6.3.14).
public enum ShareabilityOverride {
    NON_SHAREABLE,
    INCOMING,
    OUTER,
    INNER;

    /// @param encoding 2 bits
    public static ShareabilityOverride of(int encoding) {
        return switch (encoding) {
            case 1 -> INCOMING;
            case 2 -> OUTER;
            case 3 -> INNER;
            default -> NON_SHAREABLE;
        };
    }

    public int encoding() {
        return ordinal();
    }
}
