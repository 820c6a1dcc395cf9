package org.vinculum.launcher.run;

import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/// Ends a run cleanly on SIGINT and SIGTERM, with the exit code for both.
final class Interruption {
    private static final int INTERRUPTED = 130;
    private static final long PATIENCE_MILLISECONDS = 10_000;

    private final Framework framework;
    private final AtomicBoolean signalled = new AtomicBoolean();

    private Interruption(Framework framework) {
        this.framework = framework;
    }

    /// Every other way out of the program goes through `halt`, so the hook runs for signals only.
    static Interruption watch(Framework framework) {
        Interruption interruption = new Interruption(framework);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "interruption"));
        return interruption;
    }

    /// Called when the framework has stopped: returns, unless the reason is a signal, whose exit code then counts.
    void giveWay() throws InterruptedException {
        if (signalled.get()) {
            Thread.sleep(PATIENCE_MILLISECONDS);
        }
    }

    private void stop() {
        signalled.set(true);
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
        Runtime.getRuntime().halt(INTERRUPTED);
    }
}
