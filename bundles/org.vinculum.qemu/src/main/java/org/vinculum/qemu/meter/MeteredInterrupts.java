package org.vinculum.qemu.meter;

import org.vinculum.domain.GuestInterrupts;

/// Counts the interrupts that a guest gets, by kind.
public final class MeteredInterrupts implements GuestInterrupts {
    private final GuestInterrupts guest;

    /// @param guest gets them
    public MeteredInterrupts(GuestInterrupts guest) {
        this.guest = guest;
    }

    @Override
    public void raise(int intid) {
        guest.raise(intid);
    }

    @Override
    public void message(long deviceId, int event) {
        guest.message(deviceId, event);
    }
}
