package org.vinculum.domain;

/// What is known of a host's CMD_SYNC.
public enum SyncOutcome {
    /// Not complete yet.
    PENDING,
    /// Everything before it has taken effect.
    DONE,
    /// So it has, but a device of this domain did not answer an ATC_INV before it (CERROR_ATC_INV_SYNC).
    DEVICE_TIMEOUT
}
