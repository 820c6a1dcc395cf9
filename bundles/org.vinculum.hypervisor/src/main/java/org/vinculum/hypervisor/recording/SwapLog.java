package org.vinculum.hypervisor.recording;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapReport;

/// What became of the attempts to swap in one machine: told to the log and the flight recorder, and the latest kept. For any
/// thread.
public final class SwapLog {
    /// How many are kept.
    public static final int KEPT = 64;

    private static final System.Logger LOG = System.getLogger("org.vinculum.hypervisor.swap");

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<SwapRecord> latest = new ArrayDeque<>();
    private long number;

    public void done(SwapReport report) {
        SwapRecord record =
                add(
                        report.place(),
                        report.from(),
                        report.to(),
                        Outcome.DONE,
                        "",
                        report.pauseNanos());
        LOG.log(
                INFO,
                () ->
                        "%s: %s took over from %s in %d us"
                                .formatted(
                                        record.place(),
                                        record.to(),
                                        record.from(),
                                        record.pauseNanos() / 1000));
    }

    /// @param outcome any but [Outcome#DONE]
    /// @param reason whole sentences
    /// @param pauseNanos as [SwapRecord#pauseNanos()]
    public void failed(
            String place, String from, String to, Outcome outcome, String reason, long pauseNanos) {
        SwapRecord record = add(place, from, to, outcome, reason, pauseNanos);
        LOG.log(
                WARNING,
                () ->
                        "%s: %s to %s %s: %s"
                                .formatted(
                                        record.place(),
                                        record.from(),
                                        record.to(),
                                        words(outcome),
                                        record.reason()));
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "done";
            case REFUSED -> "refused";
            case FELL_BACK -> "fell back";
            case VACANT -> "left vacant";
        };
    }

    private SwapRecord add(
            String place, String from, String to, Outcome outcome, String reason, long pauseNanos) {
        lock.lock();
        try {
            var record = new SwapRecord(++number, place, from, to, outcome, reason, pauseNanos);
            if (latest.size() == KEPT) {
                latest.remove();
            }
            latest.add(record);
            Swap.tried(record);
            return record;
        } finally {
            lock.unlock();
        }
    }

    /// Those that are kept, oldest first.
    public List<SwapRecord> latest() {
        lock.lock();
        try {
            return List.copyOf(latest);
        } finally {
            lock.unlock();
        }
    }
}
