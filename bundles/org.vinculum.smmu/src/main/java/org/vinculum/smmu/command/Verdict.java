package org.vinculum.smmu.command;

/// What became of a command.
public enum Verdict {
    /// It is consumed.
    DONE(0),
    /// CERROR_ILL.
    ILLEGAL(1),
    /// CERROR_ABT: it could not be fetched.
    FETCH_ABORTED(2),
    /// CERROR_ATC_INV_SYNC.
    INVALIDATION_TIMED_OUT(3),
    /// The queue stands still without saying why, as one with an erratum does.
    STUCK(0);

    private final int error;

    Verdict(int error) {
        this.error = error;
    }

    /// The code for CMDQ_CONS.ERR (IHI 0070, 7.1).
    public int error() {
        return error;
    }

    static Verdict legalIf(boolean legal) {
        return legal ? DONE : ILLEGAL;
    }
}
