package org.vinculum.smmu.spec.encoding;

/// CMDQ_CONS.ERR and ECMDQ_CONS.ERR_REASON, why a command queue stopped (IHI 0070, 7.1).
public enum Cerror {
    NONE,

    /// The command cannot be executed.
    ILL,

    /// The command could not be fetched.
    ABT,

    /// An ATC_INV before the CMD_SYNC was not answered.
    ATC_INV_SYNC;

    public int encoding() {
        return ordinal();
    }
}
