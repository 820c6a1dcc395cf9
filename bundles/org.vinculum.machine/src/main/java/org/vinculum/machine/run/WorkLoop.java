package org.vinculum.machine.run;

import java.util.concurrent.locks.LockSupport;
import org.vinculum.domain.Machine;
import org.vinculum.machine.news.News;

/// The thread that does what waits in a machine, and sleeps while nothing does.
final class WorkLoop implements AutoCloseable {
    /// Host commands at a time; the machine shares them out.
    private static final int BUDGET = 1024;

    private static final long PATIENCE_MILLISECONDS = 3_000;
    private static final long AFTER_FAULT_NANOSECONDS = 1_000_000_000L;

    private final Machine machine;
    private final News news;
    private final Thread thread;
    private volatile boolean wanted = true;
    private volatile boolean ending;

    WorkLoop(Machine machine, String name, News news) {
        this.machine = machine;
        this.news = news;
        thread = Thread.ofPlatform().daemon().name("vinculum-" + name).unstarted(this::work);
        machine.onWork(this::wake);
        thread.start();
    }

    private void wake() {
        wanted = true;
        LockSupport.unpark(thread);
    }

    private void work() {
        while (!ending) {
            wanted = false;
            if (!schedule()) {
                while (!wanted && !ending) {
                    LockSupport.park(this);
                }
            }
        }
    }

    private boolean schedule() {
        try {
            return machine.schedule(BUDGET);
        } catch (RuntimeException e) {
            // a fault of ours must not stop every guest, nor fill the log
            news.warn("the machine's scheduler failed: " + e);
            LockSupport.parkNanos(this, AFTER_FAULT_NANOSECONDS);
            return true;
        }
    }

    /// Ends the thread; nothing is scheduled afterwards.
    @Override
    public void close() {
        ending = true;
        LockSupport.unpark(thread);
        try {
            thread.join(PATIENCE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
