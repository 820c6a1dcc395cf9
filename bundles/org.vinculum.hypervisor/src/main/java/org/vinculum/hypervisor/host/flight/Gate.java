package org.vinculum.hypervisor.host.flight;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Keeps transactions from beginning for a while. Asked by every transaction, hence a cache line of its own that changes
/// only when it is closed or opened.
final class Gate {
    private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);

    /// Distance from what else may share a cache line, in words of 8 bytes.
    private static final int APART = 16;

    private static final long OPEN = 0;
    private static final long CLOSED = 1;

    private final long[] cells = new long[2 * APART + 1];

    boolean closed() {
        return (long) CELLS.getVolatile(cells, APART) != OPEN;
    }

    void close() {
        CELLS.setVolatile(cells, APART, CLOSED);
    }

    synchronized void open() {
        CELLS.setVolatile(cells, APART, OPEN);
        notifyAll();
    }

    /// Waits until it is open. A thread that is interrupted meanwhile is so afterwards: a transaction has no other end.
    synchronized void pass() {
        boolean interrupted = false;
        while (closed()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
