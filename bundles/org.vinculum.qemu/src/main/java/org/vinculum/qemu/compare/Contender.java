package org.vinculum.qemu.compare;

/// A machine that the guest is booted on.
interface Contender {
    /// What its SMMU is: a row of the table.
    String title();

    /// Boots the guest, until it has said what it is booted for.
    ///
    /// @return what went wrong, one line; empty when nothing did
    /// @throws org.vinculum.live.LiveGuestRefusedException when something that it needs is not there
    /// @throws InterruptedException when the thread is interrupted; nothing is left
    String run(Boot boot) throws InterruptedException;
}
