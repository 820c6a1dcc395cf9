package org.vinculum.qemu.poll;

import org.vinculum.domain.GuestInterrupts;

/// Keeps interrupts until the registers tell their reason; a round of [LiveLoop] ends with their delivery.
///
/// An edge of a line whose last one has not been delivered yet is the same edge. Messages are delivered one by one, in order.
/// How many there can be is bounded by what a guest can make happen in one round.
public final class HeldInterrupts implements GuestInterrupts, Polled {
    private final GuestInterrupts guest;
    private InterruptBatch held = new InterruptBatch();
    private InterruptBatch delivered = new InterruptBatch();

    /// @param guest gets them, from the thread that polls
    public HeldInterrupts(GuestInterrupts guest) {
        this.guest = guest;
    }

    @Override
    public synchronized void raise(int intid) {
        held.add(intid);
    }

    @Override
    public synchronized void message(long deviceId, int event) {
        held.add(deviceId, event);
    }

    /// Delivers what is held. Who raises meanwhile does not wait for it.
    @Override
    public boolean poll() {
        if (!swapped()) {
            return false;
        }
        delivered.deliver(guest);
        return true;
    }

    private synchronized boolean swapped() {
        if (held.empty()) {
            return false;
        }
        InterruptBatch next = delivered;
        delivered = held;
        held = next;
        return true;
    }
}
