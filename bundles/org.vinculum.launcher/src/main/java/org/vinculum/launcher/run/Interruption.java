package org.vinculum.launcher.run;

import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/// Ends a run cleanly: on SIGINT and SIGTERM with the exit code for both, on `exit N` with that code.
final class Interruption {
    private static final int INTERRUPTED = 130;
    private static final long PATIENCE_MILLISECONDS = 10_000;

    private final Framework framework;
    private final AtomicBoolean ending = new AtomicBoolean();

    private Interruption(Framework framework) {
        this.framework = framework;
    }

    static Interruption watch(Framework framework) {
        Interruption interruption = new Interruption(framework);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "interruption"));
        return interruption;
    }

    /// Called when the framework has stopped: returns, unless the process is ending already, whose exit code then counts.
    void giveWay() throws InterruptedException {
        if (ending.get()) {
            Thread.sleep(PATIENCE_MILLISECONDS);
        }
    }

    private void stop() {
        boolean asked = exitWasCalled();
        ending.set(true);
        try {
            framework.stop();
            framework.waitForStop(PATIENCE_MILLISECONDS);
        } catch (BundleException e) {
            System.err.println("vinculum: not stopped cleanly: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        System.err.flush();
        if (!asked) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
    }

    // The shell's `exit N` is System.exit(N), and its code must stay. A hook is not told why it
    // runs, but a signal comes
    // without a thread inside Runtime.exit.
    private static boolean exitWasCalled() {
        for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
            for (StackTraceElement frame : stack) {
                if (frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit")) {
                    return true;
                }
            }
        }
        return false;
    }
}
