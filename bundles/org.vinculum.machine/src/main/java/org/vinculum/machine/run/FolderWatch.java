package org.vinculum.machine.run;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vinculum.machine.news.News;

/// Waits until something happens in folders. Where the system does not tell, time passing is all that happens.
final class FolderWatch implements AutoCloseable {
    /// Events come in bursts, and one look sees all of them.
    private static final long BURST_MILLISECONDS = 100;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final WatchService service;

    FolderWatch(List<Path> folders, News news) {
        service = watching(folders, news);
    }

    private static WatchService watching(List<Path> folders, News news) {
        WatchService watching = null;
        try {
            watching = folders.getFirst().getFileSystem().newWatchService();
            for (Path folder : folders) {
                folder.register(
                        watching,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        } catch (IOException e) {
            news.warn("files are looked at now and then only, since nobody tells of changes: " + e);
        }
        return watching;
    }

    /// Returns after an event, when the time is over, or when closed.
    void await(long milliseconds) {
        try {
            WatchKey key = next(milliseconds);
            if (key != null) {
                closed.await(BURST_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = service.poll();
            }
        } catch (ClosedWatchServiceException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WatchKey next(long milliseconds) throws InterruptedException {
        if (service != null) {
            return service.poll(milliseconds, TimeUnit.MILLISECONDS);
        }
        closed.await(milliseconds, TimeUnit.MILLISECONDS);
        return null;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            // It is given back with the process.
            return;
        }
    }
}
