package org.vinculum.hypervisor.machine.turn;

import java.util.concurrent.atomic.AtomicBoolean;

/// Tells somebody that there is work, once until it is heard.
public final class Bell {
    private final AtomicBoolean rung = new AtomicBoolean();
    private volatile Runnable listener = () -> {};

    /// There is work. From any thread.
    public void ring() {
        if (!rung.get() && rung.compareAndSet(false, true)) {
            listener.run();
        }
    }

    /// Somebody goes and sees; what comes from now on is to be told again.
    public void heard() {
        rung.set(false);
    }

    public boolean rung() {
        return rung.get();
    }

    /// Whom to tell from now on, at once of what nobody has heard yet.
    public void listener(Runnable other) {
        listener = other;
        if (rung.get()) {
            other.run();
        }
    }
}
