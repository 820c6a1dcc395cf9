package org.vinculum.qemu.poll;

import org.vinculum.domain.GuestInterrupts;

/// Keeps interrupts until the registers tell their reason; a round of [LiveLoop] ends with their delivery.
///
/// What another thread raises in the middle of a round waits for the next one: its reason may be newer than what this round
/// has shown.
///
/// An edge of a line whose last one has not been delivered yet is the same edge. Messages are delivered one by one, in order.
/// How many there can be is bounded by what a guest can make happen in one round.
public final class HeldInterrupts implements GuestInterrupts, Polled {
    private final GuestInterrupts guest;
    private InterruptBatch held = new InterruptBatch();
    private InterruptBatch delivered = new InterruptBatch();
    private final InterruptBatch late = new InterruptBatch();
    private Thread polling;

    /// @param guest gets them, from the thread that polls
    public HeldInterrupts(GuestInterrupts guest) {
        this.guest = guest;
    }

    @Override
    public synchronized void raise(int intid) {
        batch().add(intid);
    }

    @Override
    public synchronized void message(long deviceId, int event) {
        batch().add(deviceId, event);
    }

    private InterruptBatch batch() {
        return polling == null || polling == Thread.currentThread() ? held : late;
    }

    /// Begins a round of the calling thread. For a loop's list as what is polled first.
    ///
    /// @return whether other threads have raised something
    public synchronized boolean admit() {
        polling = Thread.currentThread();
        if (late.empty()) {
            return false;
        }
        late.deliver(this);
        return true;
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
