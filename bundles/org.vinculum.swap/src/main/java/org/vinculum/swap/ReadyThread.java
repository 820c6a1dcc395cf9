package org.vinculum.swap;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// A thread that waits for one piece of work, because to start one takes longer than the work while everybody waits for it:
/// on a busy machine a new thread is the last one that is given a processor.
///
/// Whoever has it do something too late, or a second time, gets a new thread. It ends when nobody needs it for some time.
final class ReadyThread implements Executor {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long START_MILLIS = 200;
    private static final Runnable NOTHING = () -> {};

    private final String name;

    /// Null while it waits; what it does, or has done, afterwards.
    private final AtomicReference<Runnable> work = new AtomicReference<>();

    private final CountDownLatch running = new CountDownLatch(1);
    private final Thread thread;

    /// Starts it, and lets it be given a processor.
    ///
    /// @param name of the thread
    ReadyThread(String name) {
        this.name = name;
        this.thread = started(name, this::await);
        boolean interrupted = false;
        try {
            running.await(START_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts a thread that does something at once.
    static Thread started(String name, Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name(name)
                .inheritInheritableThreadLocals(false)
                .start(work);
    }

    private void await() {
        running.countDown();
        long begun = System.nanoTime();
        long left = PATIENCE_NANOS;
        while (work.get() == null && left > 0) {
            LockSupport.parkNanos(this, left);
            left = PATIENCE_NANOS - (System.nanoTime() - begun);
        }
        if (!work.compareAndSet(null, NOTHING)) {
            work.getAndSet(NOTHING).run();
        }
    }

    @Override
    public void execute(Runnable todo) {
        if (work.compareAndSet(null, todo)) {
            LockSupport.unpark(thread);
        } else {
            started(name, todo);
        }
    }

    /// Waits for it to have ended.
    boolean ends(Duration within) throws InterruptedException {
        return thread.join(within);
    }

    /// It is not needed. Nothing happens when it has been.
    void end() {
        if (work.compareAndSet(null, NOTHING)) {
            LockSupport.unpark(thread);
        }
    }
}
