package org.vinculum.machine.run;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.news.News;

/// Looks at the files of a run whenever something happens to them, and now and then besides.
public final class RunThread implements AutoCloseable {
    private static final long SOON_MILLISECONDS = 1_050;
    private static final long IDLE_MILLISECONDS = 3_000;
    private static final long PATIENCE_MILLISECONDS = 5_000;

    /// A configuration that nobody can read must not keep the machine away for good.
    private static final long CONFIGURATION_MILLISECONDS = 5_000;

    private final MachineRun run;
    private final FolderWatch watch;
    private final News news;
    private final Thread thread;
    private final CountDownLatch configured;
    private volatile boolean ending;

    /// Starts it.
    ///
    /// @param folder with `host.*` and `guests`
    /// @param awaited whether [#change] is about to be called with what the user says, so that a machine is not made
    ///     before that of which some could not be changed any more
    public RunThread(Path folder, MachineRun run, boolean awaited, News news) {
        this.configured = new CountDownLatch(awaited ? 1 : 0);
        this.run = run;
        this.news = news;
        watch = new FolderWatch(List.of(folder, folder.resolve("guests")), news);
        thread = Thread.ofPlatform().daemon().name("vinculum-files").unstarted(this::watch);
        thread.start();
    }

    private void watch() {
        try {
            if (!configured.await(CONFIGURATION_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                news.warn("the machine does without its configuration, which nobody has read yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        while (!ending) {
            boolean soon = false;
            try {
                soon = look();
            } catch (RuntimeException e) {
                // a fault of ours must not end the run
                news.warn("the files of the run could not be looked at: " + e);
            }
            if (!ending) {
                watch.await(soon ? SOON_MILLISECONDS : IDLE_MILLISECONDS);
            }
        }
    }

    private boolean look() {
        synchronized (run) {
            return run.look(System.nanoTime());
        }
    }

    /// Has the run follow what the user says now, and returns when it does.
    public void change(MachineSettings settings) {
        synchronized (run) {
            run.change(settings);
            run.look(System.nanoTime());
        }
        configured.countDown();
    }

    /// Ends the thread and then the machine.
    @Override
    public void close() {
        ending = true;
        configured.countDown();
        watch.close();
        try {
            thread.join(PATIENCE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        run.close();
    }
}
