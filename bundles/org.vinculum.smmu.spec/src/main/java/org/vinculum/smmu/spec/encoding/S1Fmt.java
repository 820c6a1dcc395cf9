package org.vinculum.smmu.spec.encoding;

/// STE.S1Fmt, the format of a CD table (IHI 0070, 5.2).
public enum S1Fmt {
    LINEAR(0),
    TWO_LEVEL_4K(6),
    TWO_LEVEL_64K(10);

    private final int leafBits;

    S1Fmt(int leafBits) {
        this.leafBits = leafBits;
    }

    /// @param encoding 2 bits; the reserved 3 behaves as [#LINEAR]
    public static S1Fmt of(int encoding) {
        return switch (encoding) {
            case 1 -> TWO_LEVEL_4K;
            case 2 -> TWO_LEVEL_64K;
            default -> LINEAR;
        };
    }

    public int encoding() {
        return ordinal();
    }

    /// How many bits of a substream ID are the index into a table of the second level; 0 when there is none.
    public int leafBits() {
        return leafBits;
    }
}
