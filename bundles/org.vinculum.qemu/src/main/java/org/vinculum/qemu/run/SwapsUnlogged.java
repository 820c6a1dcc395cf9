package org.vinculum.qemu.run;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps of swaps out of the log what a run tells itself: it counts those that are done, ten in a second, and has its own
/// words for what is refused before it starts.
final class SwapsUnlogged implements AutoCloseable {
    /// Held here, since levels are forgotten with their loggers.
    private static final Logger SWAPS = Logger.getLogger("org.vinculum.hypervisor.swap");

    private final Level before = SWAPS.getLevel();

    private SwapsUnlogged(Level least) {
        SWAPS.setLevel(least);
    }

    /// As long as a guest runs.
    static SwapsUnlogged done() {
        return new SwapsUnlogged(Level.WARNING);
    }

    /// While swaps are tried.
    static SwapsUnlogged all() {
        return new SwapsUnlogged(Level.OFF);
    }

    @Override
    public void close() {
        SWAPS.setLevel(before);
    }
}
