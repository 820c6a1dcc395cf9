package org.vinculum.smmu.spec.encoding;

import java.util.Optional;

/// CMDQ_CONS.ERR and ECMDQ_CONS.ERR_REASON, why a command queue stopped (IHI 0070, 7.1).
public enum Cerror {
    NONE,

    /// The command cannot be executed.
    ILL,

    /// The command could not be fetched.
    ABT,

    /// An ATC_INV before the CMD_SYNC was not answered.
    ATC_INV_SYNC;

    /// Empty for a code that the architecture does not define.
    ///
    /// @param encoding 7 bits
    public static Optional<Cerror> of(int encoding) {
        return switch (encoding) {
            case 0 -> Optional.of(NONE);
            case 1 -> Optional.of(ILL);
            case 2 -> Optional.of(ABT);
            case 3 -> Optional.of(ATC_INV_SYNC);
            default -> Optional.empty();
        };
    }

    public int encoding() {
        return ordinal();
    }
}
