package org.vinculum.smmu.spec.encoding;

/// STRTAB_BASE_CFG.FMT, how many levels the stream table has (IHI 0070, 6.3.25).
public enum StreamTableFormat {
    LINEAR,
    TWO_LEVEL;

    /// @param encoding 2 bits; the reserved 2 and 3 behave as [#LINEAR]
    public static StreamTableFormat of(int encoding) {
        return encoding == 1 ? TWO_LEVEL : LINEAR;
    }

    public int encoding() {
        return ordinal();
    }
}
