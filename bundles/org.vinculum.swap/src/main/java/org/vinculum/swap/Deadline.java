package org.vinculum.swap;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Lets somebody else's code do something, and does not wait for it any longer than was agreed.
public final class Deadline {
    private Deadline() {}

    /// Has work done by a thread of its own, which is interrupted when time is up. Code that does not heed that goes on, and
    /// nobody hears of its result. The wait itself cannot be interrupted: it ends soon, and an interrupt is kept for later.
    ///
    /// @param name of the thread, for those who look for what hangs
    /// @throws TimeoutException when it is not done within the time
    /// @throws ExecutionException when it fails; the cause is what was thrown, an [Error] included
    public static <T> T call(String name, Duration within, Callable<T> work)
            throws TimeoutException, ExecutionException {
        return call(name, within, work, task -> ReadyThread.started(name, task));
    }

    /// The same.
    ///
    /// @param thread that is to do it
    static <T> T call(String name, Duration within, Callable<T> work, Executor thread)
            throws TimeoutException, ExecutionException {
        var task = new FutureTask<>(work);
        thread.execute(task);
        try {
            return await(task, System.nanoTime() + TimeUnit.NANOSECONDS.convert(within));
        } catch (TimeoutException _) {
            task.cancel(true);
            throw new TimeoutException(name + ": not done within " + within.toMillis() + " ms");
        }
    }

    private static <T> T await(FutureTask<T> task, long end)
            throws TimeoutException, ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
