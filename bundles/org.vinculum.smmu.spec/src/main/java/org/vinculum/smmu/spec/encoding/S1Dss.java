package org.vinculum.smmu.spec.encoding;

/// STE.S1DSS, what becomes of a transaction without a substream where substreams are used (IHI 0070, 5.2).
public enum S1Dss {
    TERMINATE,
    BYPASS_STAGE_1,
    SUBSTREAM_0;

    /// @param encoding 2 bits; the reserved 3 behaves as [#TERMINATE]
    public static S1Dss of(int encoding) {
        return switch (encoding) {
            case 1 -> BYPASS_STAGE_1;
            case 2 -> SUBSTREAM_0;
            default -> TERMINATE;
        };
    }

    public int encoding() {
        return ordinal();
    }
}
