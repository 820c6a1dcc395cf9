package org.vinculum.smmu.queue;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.interrupt.GlobalErrors;
import org.vinculum.smmu.interrupt.InterruptSource;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.register.Gerror;

/// The event queue: when it can be written, what is lost when it cannot, and what software is told (IHI 0070, 7.2, 7.4).
///
/// Any thread records. Nothing outside is called while the lock is held.
public final class EventQueue {
    private final OutputQueue queue;
    private final GlobalErrors errors;
    private final InterruptSource interrupt;
    private volatile boolean enabled;
    private Words latest;

    public EventQueue(
            PhysicalMemory memory,
            int highestLog2,
            GlobalErrors errors,
            InterruptSource interrupt) {
        this.queue = new OutputQueue(memory, highestLog2, Event.SIZE);
        this.errors = errors;
        this.interrupt = interrupt;
    }

    /// Records an event of a transaction that does not wait. When there is no room the event is lost, and software learns
    /// that one was.
    ///
    /// @param mayMerge not when it is the same as the latest one and software has not taken that yet
    public void record(Words event, boolean mayMerge) {
        announce(recorded(event, mayMerge));
    }

    private synchronized Written recorded(Words event, boolean mayMerge) {
        if (mayMerge && event.equals(latest) && !queue.empty()) {
            return Written.BEHIND_OTHERS;
        }
        Written written = offer(event);
        if (written == Written.FULL) {
            queue.overflow();
        }
        return written;
    }

    /// Writes the event of a stalled transaction if the queue can be written; such an event is not lost, so it causes no
    /// overflow. [#announce] is to follow when no lock is held.
    public synchronized Written offer(Words event) {
        if (!open()) {
            return Written.CLOSED;
        }
        Written written = queue.append(event.word(0), event.word(1), event.word(2), event.word(3));
        if (written.done()) {
            latest = event;
        }
        return written;
    }

    /// Tells software what a write of the queue asks for.
    public void announce(Written written) {
        if (written == Written.TO_EMPTY_QUEUE) {
            interrupt.raise();
        } else if (written == Written.ABORTED) {
            errors.activate(Gerror.EVENTQ_ABT_ERR);
        }
    }

    /// Whether an event would be taken now.
    public synchronized boolean writable() {
        return open() && !queue.full();
    }

    private boolean open() {
        return enabled && !errors.active(Gerror.EVENTQ_ABT_ERR);
    }

    /// CR0.EVENTQEN.
    public synchronized void enable(boolean on) {
        enabled = on;
        latest = null;
    }

    public boolean enabled() {
        return enabled;
    }

    /// EVENTQ_BASE.
    public synchronized void base(long value) {
        queue.base(value);
    }

    /// EVENTQ_PROD.
    public int producer() {
        return queue.producer();
    }

    public synchronized void producer(int value) {
        queue.producer(value);
    }

    /// EVENTQ_CONS.
    public int consumer() {
        return queue.consumer();
    }

    public synchronized void consumer(int value) {
        queue.consumer(value);
    }
}
