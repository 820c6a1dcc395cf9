package org.vinculum.hypervisor.host;

import java.util.function.Predicate;
import org.vinculum.hypervisor.host.queue.QueueOffsets;
import org.vinculum.hypervisor.host.queue.RecordQueue;
import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.hypervisor.host.register.SmmuRegisters;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.spec.queue.Ring;

/// The event queue and the PRI queue of one SMMU. Belongs to whoever holds the lock of the SMMU.
final class Records {
    private static final int EVENTS_LOG2 = 12;
    private static final int PAGE_REQUESTS_LOG2 = 10;
    private static final int PAGE = 4096;

    private final RecordQueue events;
    private final RecordQueue pageRequests;
    private final Predicate<StreamId> claimed;
    private long taken;
    private long unclaimed;
    private long overflows;

    /// Finds out where the registers are; the queues are disabled.
    ///
    /// @param claimed whether somebody wants a stream's records
    Records(
            SmmuRegisters registers,
            PhysicalMemory memory,
            TableAllocator allocator,
            Identity identity,
            Predicate<StreamId> claimed) {
        this.claimed = claimed;
        boolean onPage0 = QueueOffsets.onPage0(registers);
        int eventsLog2 = Math.min(EVENTS_LOG2, identity.eventsLog2());
        events =
                new RecordQueue(
                        registers,
                        memory,
                        ring(allocator, eventsLog2, Event.SIZE),
                        QueueOffsets.events(onPage0));
        int requestsLog2 = Math.min(PAGE_REQUESTS_LOG2, identity.pageRequestsLog2());
        pageRequests =
                !identity.pri()
                        ? null
                        : new RecordQueue(
                                registers,
                                memory,
                                ring(allocator, requestsLog2, PageRequest.SIZE),
                                QueueOffsets.pageRequests(onPage0));
    }

    static Ring ring(TableAllocator allocator, int log2Size, int entrySize) {
        long bytes = Math.max(PAGE, (long) entrySize << log2Size);
        return new Ring(allocator.allocate(bytes, bytes), log2Size, entrySize);
    }

    void place() {
        events.place();
        if (pageRequests != null) {
            pageRequests.place();
        }
    }

    /// Everything that waits now.
    Collected all() {
        return take(events.size(), pageRequests == null ? 0 : pageRequests.size());
    }

    /// @param most how many, half of them page requests if there are so many
    Collected take(int most) {
        return take(most - most / 2, most / 2);
    }

    private Collected take(int mostEvents, int mostRequests) {
        Collected collected = new Collected();
        int left = mostRequests;
        if (pageRequests != null) {
            pageRequests.take(collected.pageRequests(), mostRequests);
            left -= collected.pageRequests().size();
            collected.pageRequests().removeIf(request -> unclaimed(request, collected));
        }
        if (events.take(collected.events(), mostEvents + left)) {
            overflows++;
            collected.lost();
        }
        taken += collected.events().size();
        collected.events().removeIf(this::unclaimed);
        if (any()) {
            collected.more();
        }
        return collected;
    }

    /// Whether something waits: a queue that is not empty raises no further interrupt.
    boolean any() {
        return events.any() || pageRequests != null && pageRequests.any();
    }

    private boolean claims(StreamId stream) {
        return claimed.test(stream);
    }

    private boolean unclaimed(Words request, Collected collected) {
        if (claims(Collected.requester(request))) {
            return false;
        }
        collected.nobodyAnswers(request);
        return true;
    }

    private boolean unclaimed(Words event) {
        if (claims(Collected.stream(event))) {
            return false;
        }
        unclaimed++;
        return true;
    }

    long taken() {
        return taken;
    }

    long unclaimed() {
        return unclaimed;
    }

    long overflows() {
        return overflows;
    }
}
