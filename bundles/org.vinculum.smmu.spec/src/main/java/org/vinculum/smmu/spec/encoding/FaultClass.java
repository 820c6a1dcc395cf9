package org.vinculum.smmu.spec.encoding;

/// CLASS of an event, what the SMMU did when a fault occurred (IHI 0070, 7.3).
public enum FaultClass {
    /// It fetched a CD.
    CD,

    /// It fetched a stage 1 descriptor.
    TT,

    /// It translated the address of the transaction.
    IN,

    RESERVED;

    /// @param encoding 2 bits
    public static FaultClass of(int encoding) {
        return switch (encoding) {
            case 0 -> CD;
            case 1 -> TT;
            case 2 -> IN;
            default -> RESERVED;
        };
    }

    public int encoding() {
        return ordinal();
    }
}
