package org.vinculum.machine.run;

import java.nio.file.Path;
import java.util.List;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.news.News;

/// Looks at the files of a run whenever something happens to them, and now and then besides.
public final class RunThread implements AutoCloseable {
    private static final long SOON_MILLISECONDS = 1_050;
    private static final long IDLE_MILLISECONDS = 3_000;
    private static final long PATIENCE_MILLISECONDS = 5_000;

    private final MachineRun run;
    private final FolderWatch watch;
    private final News news;
    private final Thread thread;
    private volatile boolean ending;

    /// Starts it.
    ///
    /// @param folder with `host.*` and `guests`
    public RunThread(Path folder, MachineRun run, News news) {
        this.run = run;
        this.news = news;
        watch = new FolderWatch(List.of(folder, folder.resolve("guests")), news);
        thread = Thread.ofPlatform().daemon().name("vinculum-files").unstarted(this::watch);
        thread.start();
    }

    private void watch() {
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
    }

    /// Ends the thread and then the machine.
    @Override
    public void close() {
        ending = true;
        watch.close();
        try {
            thread.join(PATIENCE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        run.close();
    }
}
