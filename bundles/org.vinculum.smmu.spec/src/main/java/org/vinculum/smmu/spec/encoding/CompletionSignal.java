package org.vinculum.smmu.spec.encoding;

/// CS of CMD_SYNC, how its completion is signalled (IHI 0070, 4.7.3).
public enum CompletionSignal {
    NONE,
    IRQ,

    /// As [#NONE] where IDR0.SEV is 0.
    SEV,

    /// ILLEGAL.
    RESERVED;

    /// @param encoding 2 bits
    public static CompletionSignal of(int encoding) {
        return switch (encoding) {
            case 0 -> NONE;
            case 1 -> IRQ;
            case 2 -> SEV;
            default -> RESERVED;
        };
    }

    public int encoding() {
        return ordinal();
    }
}
