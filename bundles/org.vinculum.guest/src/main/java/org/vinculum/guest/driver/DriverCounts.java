package org.vinculum.guest.driver;

import java.util.concurrent.atomic.AtomicLong;

/// What has gone wrong, or come, since the driver was made. Read from any thread.
public final class DriverCounts {
    private final AtomicLong commandErrors = new AtomicLong();
    private final AtomicLong otherErrors = new AtomicLong();
    private final AtomicLong timeouts = new AtomicLong();
    private final AtomicLong overflows = new AtomicLong();
    private final AtomicLong syncs = new AtomicLong();

    DriverCounts() {}

    void commandError() {
        commandErrors.incrementAndGet();
    }

    void otherError() {
        otherErrors.incrementAndGet();
    }

    void timeout() {
        timeouts.incrementAndGet();
    }

    void overflow() {
        overflows.incrementAndGet();
    }

    void sync() {
        syncs.setRelease(syncs.getPlain() + 1);
    }

    /// Times the command queue stopped.
    public long commandErrors() {
        return commandErrors.get();
    }

    /// Global errors that were not the command queue's.
    public long otherErrors() {
        return otherErrors.get();
    }

    /// Waits that were given up.
    public long timeouts() {
        return timeouts.get();
    }

    /// Overflows of the event queue and the PRI queue that the SMMU told of.
    public long overflows() {
        return overflows.get();
    }

    /// CMD_SYNCs that were waited for.
    public long syncs() {
        return syncs.get();
    }
}
