package org.vinculum.commands.linux;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;

/// Lets a signal end the guest first, and then the process, with the exit code that both signals have. In a shell, whose
/// process goes on with other things, it does nothing.
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 15;

    /// Ctrl-C reaches the emulator as well, which may be gone before the virtual machine has told us.
    private static final long GRACE_MILLISECONDS = 500;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(boolean watched) {
        hook = watched ? new Thread(this::end, "interruption") : null;
        if (watched) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /// Watches from now on, for what the calling thread does.
    static Interruption of(Terminal terminal) {
        return new Interruption(terminal.ownsProcess());
    }

    /// Whether the user has ended it, or does within the time that a signal needs.
    boolean asked() throws InterruptedException {
        return hook != null && asked.await(GRACE_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        ended.countDown();
        if (hook == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is at work: it halts the process now.
            asked.countDown();
        }
    }

    private void end() {
        asked.countDown();
        worker.interrupt();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("vinculum: the guest did not end within its time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
}
