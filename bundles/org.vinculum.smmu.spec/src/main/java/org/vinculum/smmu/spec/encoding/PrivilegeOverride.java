package org.vinculum.smmu.spec.encoding;

/// STE.PRIVCFG and GBPA.PRIVCFG, whether the privilege of a transaction is replaced (IHI 0070, 5.2, 6.3.14).
public enum PrivilegeOverride {
    INCOMING(0b00),
    UNPRIVILEGED(0b10),
    PRIVILEGED(0b11);

    private final int encoding;

    PrivilegeOverride(int encoding) {
        this.encoding = encoding;
    }

    /// @param encoding 2 bits; the reserved 1 behaves as [#INCOMING]
    public static PrivilegeOverride of(int encoding) {
        return switch (encoding) {
            case 0b10 -> UNPRIVILEGED;
            case 0b11 -> PRIVILEGED;
            default -> INCOMING;
        };
    }

    public int encoding() {
        return encoding;
    }
}
