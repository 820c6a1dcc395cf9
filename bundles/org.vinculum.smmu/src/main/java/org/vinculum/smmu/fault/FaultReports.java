package org.vinculum.smmu.fault;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.smmu.queue.EventQueue;
import org.vinculum.smmu.queue.Written;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.TranslationFault;

/// Faults on their way to software, and the transactions that wait for its answer (IHI 0070, 3.12.2, 7.2).
///
/// Any thread reports. Queue, interrupts and devices are called while no lock is held, except that the record of a stalled
/// transaction is written under it, so that RESUME finds what software has read.
public final class FaultReports implements FaultSink {
    private static final Words NOT_RECORDED = Words.of(0, 0, 0, 0);

    private final EventQueue queue;
    private final Endpoints endpoints;
    private final StallList stalls;
    private boolean stallsAllowed;

    /// @param stallMax how many transactions may wait at once
    public FaultReports(EventQueue queue, Endpoints endpoints, int stallMax) {
        this.queue = queue;
        this.endpoints = endpoints;
        this.stalls = new StallList(stallMax);
    }

    @Override
    public void record(Event event, boolean mayMerge) {
        queue.record(event.encode(), mayMerge);
    }

    @Override
    public int stall(int streamId, int substreamId, long address, int access, Event event) {
        int stag = added(streamId, substreamId, address, access, event.encode());
        if (stag >= 0) {
            recordWaiting();
        }
        return stag;
    }

    private synchronized int added(
            int streamId, int substreamId, long address, int access, Words event) {
        int stag = stallsAllowed ? stalls.freeStag() : -1;
        if (stag >= 0) {
            Words named = TranslationFault.STAG.in(event, stag);
            stalls.add(new StalledTransaction(streamId, substreamId, address, access, stag, named));
        }
        return stag;
    }

    /// Writes what waits for room, as far as there is any: after software has made some.
    public void recordWaiting() {
        Written written;
        do {
            written = recordFirst();
            queue.announce(written);
        } while (written.done() || retryFirstStale());
    }

    private synchronized Written recordFirst() {
        StalledTransaction first = stalls.firstUnrecorded();
        if (first == null || stalls.stale(first)) {
            return Written.CLOSED;
        }
        Written written = queue.offer(first.event());
        if (written.done()) {
            stalls.recorded(first);
        }
        return written;
    }

    private boolean retryFirstStale() {
        StalledTransaction stale = takeFirstStale();
        if (stale != null) {
            endpoints.release(stale.streamId(), stale.stag(), Release.RETRY);
        }
        return stale != null;
    }

    private synchronized StalledTransaction takeFirstStale() {
        StalledTransaction first = stalls.firstUnrecorded();
        if (first == null || !stalls.stale(first) || !queue.writable()) {
            return null;
        }
        stalls.remove(first);
        return first;
    }

    /// A CMD_SYNC completes invalidations: what has not been recorded by now is retried first (IHI 0070, 4.7.3).
    public synchronized void invalidated() {
        stalls.makeUnrecordedStale();
    }

    /// CMD_RESUME: nothing when no transaction of the stream has that STAG.
    public void resume(int streamId, int stag, Release release) {
        StalledTransaction found;
        synchronized (this) {
            found = stalls.remove(streamId, stag);
        }
        if (found != null) {
            endpoints.release(streamId, stag, release);
        }
    }

    /// CMD_STALL_TERM.
    public void terminate(int streamId) {
        List<StalledTransaction> ended;
        synchronized (this) {
            ended = stalls.removeAll(transaction -> transaction.streamId() == streamId);
        }
        abort(ended);
    }

    /// Follows CR0.SMMUEN: clearing it ends all that waits, and nothing can wait any more.
    public void enable(boolean on) {
        List<StalledTransaction> ended = List.of();
        synchronized (this) {
            stallsAllowed = on;
            if (!on) {
                ended = stalls.removeAll(_ -> true);
            }
        }
        abort(ended);
    }

    private void abort(List<StalledTransaction> ended) {
        for (StalledTransaction transaction : ended) {
            endpoints.release(transaction.streamId(), transaction.stag(), Release.ABORT);
        }
    }

    /// What waits, for a saved state.
    public synchronized List<Stalled> save() {
        List<Stalled> saved = new ArrayList<>();
        for (StalledTransaction one : stalls.all()) {
            saved.add(
                    new Stalled(
                            one.streamId(),
                            one.substreamId(),
                            one.address(),
                            one.access(),
                            one.stag(),
                            stalls.unrecorded(one) ? List.of() : words(one.event())));
        }
        return saved;
    }

    /// Takes over what waited in another model. What had not been recorded there is retried when the queue can be written.
    public synchronized void restore(List<Stalled> saved) {
        stalls.removeAll(_ -> true);
        for (Stalled one : saved) {
            Words event = one.event().isEmpty() ? NOT_RECORDED : Words.of(array(one.event()));
            stalls.restore(
                    new StalledTransaction(
                            one.streamId(),
                            one.substreamId(),
                            one.address(),
                            one.access(),
                            one.stag(),
                            event),
                    !one.event().isEmpty());
        }
    }

    private static List<Long> words(Words event) {
        return List.of(event.word(0), event.word(1), event.word(2), event.word(3));
    }

    private static long[] array(List<Long> words) {
        return words.stream().mapToLong(Long::longValue).toArray();
    }
}
