package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.event.Event;

/// Learns of events. Called by the driver's thread from [GuestDriver#serveInterrupts]; may map and unmap.
public interface FaultHandler {
    /// What becomes of a transaction that waits.
    enum Answer {
        RETRY,
        ABORT,
        /// [GuestDriver#resume] will say.
        LATER
    }

    /// @return without a meaning unless the event says that its transaction waits
    Answer event(Event event);
}
