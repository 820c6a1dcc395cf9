package org.vinculum.smmu.queue;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.EventqProd;

/// A queue that the SMMU fills: the part that is the same for events and page requests. Software's indexes may be read by any
/// thread; what changes the producer's belongs to whoever holds the lock of the queue.
final class OutputQueue {
    private final PhysicalMemory memory;
    private final int highestLog2;
    private final int entrySize;
    private Ring ring;
    private volatile int producer;
    private volatile int consumer;

    OutputQueue(PhysicalMemory memory, int highestLog2, int entrySize) {
        this.memory = memory;
        this.highestLog2 = highestLog2;
        this.entrySize = entrySize;
        this.ring = Ring.of(0, highestLog2, entrySize);
    }

    /// @param value of the BASE register
    void base(long value) {
        ring = Ring.of(value, highestLog2, entrySize);
    }

    int producer() {
        return producer;
    }

    void producer(int value) {
        producer = value;
    }

    int consumer() {
        return consumer;
    }

    void consumer(int value) {
        consumer = value;
    }

    boolean empty() {
        return ring.empty(producer, consumer);
    }

    boolean full() {
        return ring.full(producer, consumer);
    }

    /// Overflow that software has not acknowledged (IHI 0070, 7.4).
    boolean overflowActive() {
        return EventqProd.OVFLG.isSet(producer ^ consumer);
    }

    /// Tells software that something was lost, unless it has been told and not yet acknowledged it.
    void overflow() {
        if (!overflowActive()) {
            producer ^= (int) EventqProd.OVFLG.mask();
        }
    }

    /// Writes an entry and moves the producer's index, in this order for whoever reads it.
    Written append(long... words) {
        if (full()) {
            return Written.FULL;
        }
        long address = ring.entry(producer);
        Ram ram = memory.ram(address);
        if (ram == null || !ram.holds(address, entrySize)) {
            return Written.ABORTED;
        }
        boolean wasEmpty = empty();
        for (int i = 0; i < words.length; i++) {
            ram.setLongRelease(address - ram.start() + (long) i * Long.BYTES, words[i]);
        }
        producer = producer & (int) EventqProd.OVFLG.mask() | ring.next(producer);
        return wasEmpty ? Written.TO_EMPTY_QUEUE : Written.BEHIND_OTHERS;
    }
}
