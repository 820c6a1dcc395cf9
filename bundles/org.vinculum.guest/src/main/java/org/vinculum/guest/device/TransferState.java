package org.vinculum.guest.device;

/// Where a transfer is.
public enum TransferState {
    DONE,
    /// A transaction of it waits for software.
    STALLED,
    /// A transaction of it was aborted, or led to where nothing is; nothing after it was done.
    ABORTED
}
