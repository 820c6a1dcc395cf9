package org.vinculum.swap.probation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.swap.around.RevocableSurroundings.Releases;

/// Which transactions wait for software, as devices know it: those that waited at the swap, and those that a model has told
/// to wait since.
///
/// A release may be seen before the call that began the stall has returned, therefore each is counted.
public final class OpenStalls implements Releases {
    /// A transaction that waits.
    public record Waiting(int streamId, int stag) {
        Waiting(Stalled stalled) {
            this(stalled.streamId(), stalled.stag());
        }

        /// Sends it to try again.
        public void retry(Endpoints endpoints) {
            endpoints.release(streamId, stag, Release.RETRY);
        }
    }

    private final Map<Waiting, Stalled> before = new LinkedHashMap<>();
    private final Map<Waiting, Integer> since = new LinkedHashMap<>();

    public OpenStalls(List<Stalled> atSwap) {
        atSwap.forEach(one -> before.put(new Waiting(one), one));
    }

    synchronized void begun(int streamId, int stag) {
        count(new Waiting(streamId, stag), 1);
    }

    @Override
    public synchronized void released(int streamId, int stag) {
        var ended = new Waiting(streamId, stag);
        if (before.remove(ended) == null) {
            count(ended, -1);
        }
    }

    private void count(Waiting one, int change) {
        since.merge(one, change, (now, more) -> now + more == 0 ? null : now + more);
    }

    /// Of those that waited at the swap the ones that still do, in their order.
    public synchronized List<Stalled> before() {
        return List.copyOf(before.values());
    }

    /// A state without transactions that do not wait.
    public SavedState confirmed(SavedState state) {
        Set<Waiting> open = open();
        List<Stalled> stalled =
                state.stalled().stream().filter(one -> open.contains(new Waiting(one))).toList();
        return new SavedState(
                state.kind(),
                state.version(),
                state.model(),
                state.registers(),
                stalled,
                state.more());
    }

    /// Those that wait and of which a state does not know, in the order in which they began.
    public List<Waiting> notIn(SavedState state) {
        Set<Waiting> open = open();
        state.stalled().forEach(one -> open.remove(new Waiting(one)));
        return new ArrayList<>(open);
    }

    private synchronized Set<Waiting> open() {
        Set<Waiting> open = new LinkedHashSet<>(before.keySet());
        since.forEach((one, count) -> {
            if (count > 0) {
                open.add(one);
            }
        });
        return open;
    }
}
