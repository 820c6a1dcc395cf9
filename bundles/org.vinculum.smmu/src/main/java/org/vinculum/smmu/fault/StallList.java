package org.vinculum.smmu.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The transactions that wait, in the order of their arrival, and which of them software has not been told of. Not safe for
/// use by several threads.
final class StallList {
    private static final int STAGS = 0x1_0000;

    private final int limit;
    private final Map<Integer, StalledTransaction> waiting = new LinkedHashMap<>();

    /// STAGs of those whose record has found no room yet; a stale one is to be retried instead of recorded.
    private final Set<Integer> unrecorded = new LinkedHashSet<>();

    private final Set<Integer> stale = new LinkedHashSet<>();
    private int nextStag;

    StallList(int limit) {
        this.limit = limit;
    }

    /// A STAG that no waiting transaction has, or -1 when no more may wait.
    int freeStag() {
        if (waiting.size() >= limit) {
            return -1;
        }
        while (waiting.containsKey(nextStag)) {
            nextStag = (nextStag + 1) % STAGS;
        }
        int stag = nextStag;
        nextStag = (nextStag + 1) % STAGS;
        return stag;
    }

    /// Adds one that software has not been told of.
    void add(StalledTransaction transaction) {
        waiting.put(transaction.stag(), transaction);
        unrecorded.add(transaction.stag());
    }

    /// Adds one from a saved state.
    void restore(StalledTransaction transaction, boolean wasRecorded) {
        add(transaction);
        if (wasRecorded) {
            recorded(transaction);
        } else {
            stale.add(transaction.stag());
        }
    }

    /// The longest waiting one that software has not been told of; null when there is none.
    StalledTransaction firstUnrecorded() {
        return unrecorded.isEmpty() ? null : waiting.get(unrecorded.iterator().next());
    }

    boolean stale(StalledTransaction transaction) {
        return stale.contains(transaction.stag());
    }

    void recorded(StalledTransaction transaction) {
        unrecorded.remove(transaction.stag());
        stale.remove(transaction.stag());
    }

    /// What they faulted on may have changed: the records that wait must not be written any more.
    void makeUnrecordedStale() {
        if (!unrecorded.isEmpty()) {
            stale.addAll(unrecorded);
        }
    }

    /// Takes out the transaction with a STAG if it is of a stream; null when there is none.
    StalledTransaction remove(int streamId, int stag) {
        StalledTransaction found = waiting.get(stag);
        if (found == null || found.streamId() != streamId) {
            return null;
        }
        remove(found);
        return found;
    }

    void remove(StalledTransaction transaction) {
        waiting.remove(transaction.stag());
        recorded(transaction);
    }

    /// Takes out all that match.
    List<StalledTransaction> removeAll(Predicate<StalledTransaction> which) {
        List<StalledTransaction> removed = new ArrayList<>();
        for (Iterator<StalledTransaction> all = waiting.values().iterator(); all.hasNext(); ) {
            StalledTransaction transaction = all.next();
            if (which.test(transaction)) {
                all.remove();
                recorded(transaction);
                removed.add(transaction);
            }
        }
        return removed;
    }

    List<StalledTransaction> all() {
        return List.copyOf(waiting.values());
    }

    boolean unrecorded(StalledTransaction transaction) {
        return unrecorded.contains(transaction.stag());
    }
}
