package org.vinculum.guest.swap;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps what a hypervisor says of every swap that succeeds from people who wait for a table, while there are thousands.
final class QuietLog implements AutoCloseable {
    private final Logger logger = Logger.getLogger("org.vinculum.hypervisor.swap");
    private final Level before = logger.getLevel();

    QuietLog() {
        logger.setLevel(Level.WARNING);
    }

    @Override
    public void close() {
        logger.setLevel(before);
    }
}
