package org.vinculum.viommu.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.OutputQueue.Written;
import org.vinculum.viommu.register.GlobalErrors;
import org.vinculum.viommu.register.RegisterPage;

/// The guest's event queue: when it can be written, what is lost when it cannot, and what waits (IHI 0070, 7.2, 7.4).
///
/// Records of stalled transactions wait; as many as may be stalled at once, which is who stalls them to see to.
final class EventQueue {
    private final Shown shown;
    private final RegisterPage page;
    private final GlobalErrors errors;
    private final OutputQueue queue;
    private final Interrupts interrupts;
    private final Deque<Words> waiting = new ArrayDeque<>();
    private long written;
    private long dropped;

    EventQueue(
            Shown shown,
            RegisterPage page,
            GlobalErrors errors,
            PhysicalMemory memory,
            Interrupts interrupts) {
        this.shown = shown;
        this.page = page;
        this.errors = errors;
        this.queue =
                new OutputQueue(page, memory, EventqBase.OFFSET, EventqProd.OFFSET, Event.SIZE);
        this.interrupts = interrupts;
    }

    boolean record(Words event) {
        if (!open()) {
            return false;
        }
        Written outcome = append(event);
        if (outcome == Written.FULL) {
            dropped++;
            queue.overflow();
        }
        return outcome.done();
    }

    void recordStall(Words event) {
        waiting.add(event);
        recordWaiting();
    }

    /// Ends when the queue is full or does not open, so after as many as wait at the most.
    void recordWaiting() {
        while (!waiting.isEmpty() && open() && append(waiting.peek()).done()) {
            waiting.remove();
        }
    }

    private Written append(Words event) {
        Written outcome = queue.append(event, shown.eventqs());
        switch (outcome) {
            case TO_EMPTY_QUEUE -> {
                written++;
                interrupts.raise(Interrupts.Cause.EVENTQ);
            }
            case BEHIND_OTHERS -> written++;
            case ABORTED -> errors.activate(Gerror.EVENTQ_ABT_ERR);
            case FULL -> {}
        }
        return outcome;
    }

    private boolean open() {
        return Cr0.EVENTQEN.isSet(page.get(Cr0.OFFSET)) && !errors.active(Gerror.EVENTQ_ABT_ERR);
    }

    /// Records that never came here have been lost.
    void lost() {
        if (open()) {
            dropped++;
            queue.overflow();
        }
    }

    void forget(Predicate<Words> which) {
        waiting.removeIf(which);
    }

    List<Words> waiting() {
        return List.copyOf(waiting);
    }

    /// From a saved state, in place of its own.
    void waiting(List<Words> records) {
        waiting.clear();
        waiting.addAll(records);
    }

    long written() {
        return written;
    }

    long dropped() {
        return dropped;
    }
}
