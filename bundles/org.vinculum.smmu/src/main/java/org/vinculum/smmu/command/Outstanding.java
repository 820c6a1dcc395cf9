package org.vinculum.smmu.command;

/// What a command queue has begun since its last CMD_SYNC, for the next one to answer for.
public final class Outstanding {
    private boolean invalidations;
    private boolean timedOut;

    void invalidated() {
        invalidations = true;
    }

    void deviceTimedOut() {
        timedOut = true;
    }

    /// Whether anything was invalidated; asked once for each CMD_SYNC.
    boolean takeInvalidated() {
        boolean taken = invalidations;
        invalidations = false;
        return taken;
    }

    /// Whether a CMD_ATC_INV got no answer; the CMD_SYNC that asks reports it.
    boolean takeTimedOut() {
        boolean taken = timedOut;
        timedOut = false;
        return taken;
    }

    /// For a saved state.
    public boolean invalidations() {
        return invalidations;
    }

    /// For a saved state.
    public boolean timedOut() {
        return timedOut;
    }

    /// From a saved state.
    public void set(boolean restoredInvalidations, boolean restoredTimedOut) {
        invalidations = restoredInvalidations;
        timedOut = restoredTimedOut;
    }
}
