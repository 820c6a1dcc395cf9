package org.vinculum.live;

import org.osgi.annotation.versioning.ProviderType;

/// Runs a guest in an emulator, on an SMMU of ours, until its verdict or its end. A service.
@ProviderType
public interface LiveGuest {
    /// Runs one.
    ///
    /// @param audience hears what goes on, from several threads
    /// @throws LiveGuestRefusedException when something it needs is not there; it names what, and the package that has it
    /// @throws InterruptedException when the thread is interrupted; the emulator has ended, nothing is left
    LiveReport run(LiveGuestDescription description, LiveAudience audience)
            throws InterruptedException;
}
