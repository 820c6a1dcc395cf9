package org.vinculum.qemu.poll;

import org.vinculum.domain.GuestInterrupts;

/// Keeps interrupts until the registers tell their reason; a round of [LiveLoop] ends with their delivery.
public final class HeldInterrupts implements GuestInterrupts, Polled {
    private final GuestInterrupts guest;

    /// @param guest gets them
    public HeldInterrupts(GuestInterrupts guest) {
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

    /// Delivers what is held.
    @Override
    public boolean poll() {
        return false;
    }
}
