package org.vinculum.smmu.spec.encoding;

/// SH of descriptors, CDs, STEs, queues and tables, and MSH of CMD_SYNC.
public enum Shareability {
    NON_SHAREABLE(0b00),
    OUTER(0b10),
    INNER(0b11);

    private final int encoding;

    Shareability(int encoding) {
        this.encoding = encoding;
    }

    /// @param encoding 2 bits; the reserved 1 behaves as [#NON_SHAREABLE]
    public static Shareability of(int encoding) {
        return switch (encoding) {
            case 0b10 -> OUTER;
            case 0b11 -> INNER;
            default -> NON_SHAREABLE;
        };
    }

    public int encoding() {
        return encoding;
    }
}
