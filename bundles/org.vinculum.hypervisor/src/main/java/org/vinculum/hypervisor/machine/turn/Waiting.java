package org.vinculum.hypervisor.machine.turn;

/// How long a client has waited, in nanoseconds and in host commands of the others.
final class Waiting {
    private boolean waits;
    private long sinceNanos;
    private long sinceCommands;
    private long nanos;
    private long commands;

    boolean waits() {
        return waits;
    }

    /// It waits, if it did not already.
    void begin(long now, long executed) {
        if (!waits) {
            waits = true;
            sinceNanos = now;
            sinceCommands = executed;
        }
    }

    /// It has got its turn.
    ///
    /// @return nanoseconds that it has waited for this one
    long end(long now, long executed) {
        if (!waits) {
            return 0;
        }
        waits = false;
        nanos += now - sinceNanos;
        commands += executed - sinceCommands;
        return now - sinceNanos;
    }

    long nanos() {
        return nanos;
    }

    /// Host commands of others that were executed meanwhile.
    long commands() {
        return commands;
    }
}
