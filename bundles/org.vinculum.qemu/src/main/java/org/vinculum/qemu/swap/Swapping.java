package org.vinculum.qemu.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.swap.SwapRefusedException;

/// Swaps the model of a guest's SMMU for another one and back, from when the driver has enabled it until the end.
public final class Swapping implements AutoCloseable {
    /// From the end of a swap until the next one begins. With what a swap itself takes some ten in a second.
    static final long PAUSE_MILLIS = 50;

    /// Refusals that are told; the rest are counted.
    private static final int TOLD = 3;

    private final InterruptedSmmu smmu;
    private final String first;
    private final String second;
    private final Consumer<String> progress;
    private final Consumer<? super Throwable> failure;
    private final SwapTally tally = new SwapTally();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Thread thread;

    /// @param smmu with `first` behind it
    /// @param progress is told of refusals
    /// @param failure hears of what should never be
    public Swapping(
            GuestSmmu smmu,
            String first,
            String second,
            Consumer<String> progress,
            Consumer<? super Throwable> failure) {
        this.smmu = new InterruptedSmmu(smmu, System::nanoTime);
        this.first = first;
        this.second = second;
        this.progress = progress;
        this.failure = failure;
    }

    /// The SMMU to be used in place of the one given.
    public GuestSmmu smmu() {
        return smmu;
    }

    /// Begins.
    ///
    /// @param afterwards follows on the thread of the SMMU whenever another model may have taken over
    public void start(Runnable afterwards) {
        smmu.afterwards(afterwards);
        thread = Thread.ofPlatform().name("live swap").daemon().start(this::run);
    }

    private void run() {
        try {
            smmu.awaitEnabled();
            String next = second;
            while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (swap(next)) {
                    next = next.equals(first) ? second : first;
                }
            }
        } catch (InterruptedException | RejectedExecutionException e) {
            // The run is over.
        } catch (RuntimeException | Error e) {
            failure.accept(e);
        }
    }

    private boolean swap(String model) {
        try {
            tally.done(smmu.swap(model, smmu));
            return true;
        } catch (SwapRefusedException e) {
            if (tally.refused() <= TOLD) {
                e.reasons()
                        .forEach(reason -> progress.accept("no swap to " + model + ": " + reason));
            }
            return false;
        }
    }

    /// Why nobody can say that the guest did well while its SMMU was swapped.
    public Optional<String> objection() {
        return tally.objection();
    }

    public List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        tally.report(counts);
        counts.add(new Count("swaps between two commands", smmu.count(Moment.COMMANDS)));
        counts.add(new Count("swaps while events were lost", smmu.count(Moment.OVERFLOW)));
        return List.copyOf(counts);
    }

    /// Ends, with a swap that is on its way. The thread of the SMMU has ended.
    @Override
    public void close() {
        closing.countDown();
        smmu.end();
        if (thread != null) {
            awaitEnd();
        }
    }

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
