package org.vinculum.qemu.poll;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The thread that looks after one guest: everything polled in turn, again and again, until it is closed.
public final class LiveLoop implements AutoCloseable {
    private final Polled[] polled;
    private final Consumer<? super Throwable> failure;
    private final IdlePauses pauses = new IdlePauses();
    private final Thread thread;
    private volatile boolean closed;

    /// Starts at once.
    ///
    /// @param polled in the order of a round: [HeldInterrupts#admit], DMA engines, then the register frame, then
    ///     [HeldInterrupts], so that whatever a round did is in the registers before it interrupts
    /// @param failure hears, once and from the loop's thread, what ended the loop before it was closed
    public LiveLoop(List<? extends Polled> polled, Consumer<? super Throwable> failure) {
        this.polled = polled.toArray(new Polled[0]);
        this.failure = failure;
        this.thread = Thread.ofPlatform().name("live guest").daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                pause(pauses.after(round()));
            }
        } catch (RuntimeException | Error e) {
            failure.accept(e);
        }
    }

    private boolean round() {
        boolean busy = false;
        for (Polled each : polled) {
            busy |= each.poll();
        }
        return busy;
    }

    private static void pause(long nanos) {
        if (nanos == 0) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(nanos);
        }
    }

    /// Ends after the round that is on its way, and waits for that, unless the loop's own thread asks.
    @Override
    public void close() {
        closed = true;
        if (Thread.currentThread() != thread) {
            LockSupport.unpark(thread);
            awaitEnd();
        }
    }

    /// Whoever interrupts the waiting thread is told afterwards: what the loop uses is freed next.
    private void awaitEnd() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
