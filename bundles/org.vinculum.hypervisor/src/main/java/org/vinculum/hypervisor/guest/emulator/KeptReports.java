package org.vinculum.hypervisor.guest.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

/// What hosts have reported while nobody was in the place, to be told in its order to whoever is there next. Transactions that
/// wait are never dropped, and hosts bound them.
final class KeptReports {
    /// Events that are kept; of those beyond the guest learns that they have been lost.
    private static final int EVENTS = 4096;

    /// More than devices have under way that wait for the answers.
    private static final int PAGE_REQUESTS = 1 << 16;

    private final Deque<Consumer<VirtualIommu>> all = new ArrayDeque<>();
    private int events;
    private int pageRequests;
    private int lost;

    void event(StreamId vsid, Words record) {
        if (WaitingStalls.waits(record)) {
            all.add(to -> to.event(vsid, record));
        } else if (events < EVENTS) {
            events++;
            all.add(to -> to.event(vsid, record));
        } else {
            lost++;
        }
    }

    void pageRequest(StreamId vsid, Words record) {
        if (pageRequests < PAGE_REQUESTS) {
            pageRequests++;
            all.add(to -> to.pageRequest(vsid, record));
        }
    }

    void overflow() {
        lost++;
    }

    void detached(StreamId vsid) {
        all.add(to -> to.detach(vsid));
    }

    /// Tells everything, once.
    void tell(VirtualIommu to) {
        while (!all.isEmpty()) {
            all.remove().accept(to);
        }
        for (; lost > 0; lost--) {
            to.overflow();
        }
        events = 0;
        pageRequests = 0;
    }
}
