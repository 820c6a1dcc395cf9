package org.vinculum.qemu.vdma;

/// What became of a transaction.
enum Answer {
    DONE,
    REFUSED,
    /// Software has to say; to be issued again, with the same bytes.
    WAITS
}
