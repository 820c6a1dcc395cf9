package org.vinculum.smmu.spec.encoding;

/// How Normal memory is cached.
public enum Cacheability {
    NON_CACHEABLE,
    WRITE_BACK,
    WRITE_THROUGH;

    /// CR1.TABLE_IC and its like (IHI 0070, 6.3.11).
    ///
    /// @param encoding 2 bits; the reserved 3 behaves as [#NON_CACHEABLE]
    public static Cacheability ofCr1(int encoding) {
        return switch (encoding) {
            case 1 -> WRITE_BACK;
            case 2 -> WRITE_THROUGH;
            default -> NON_CACHEABLE;
        };
    }

    /// CD.IR0, STE.S2IR0, STE.S1CIR and their like (IHI 0070, 5.4, 5.2). The two encodings of write-back differ in their
    /// allocation hints.
    ///
    /// @param encoding 2 bits
    public static Cacheability ofTable(int encoding) {
        return switch (encoding) {
            case 1, 3 -> WRITE_BACK;
            case 2 -> WRITE_THROUGH;
            default -> NON_CACHEABLE;
        };
    }
}
