package org.vinculum.viommu.queue;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.viommu.register.RegisterPage;

/// A queue in the guest's memory that the guest reads (IHI 0070, 3.5). PROD and CONS of both have their fields in the same places.
final class OutputQueue {
    /// What became of an entry.
    enum Written {
        /// The queue is no longer empty.
        TO_EMPTY_QUEUE,
        BEHIND_OTHERS,
        FULL,
        /// There is no memory.
        ABORTED;

        boolean done() {
            return this == TO_EMPTY_QUEUE || this == BEHIND_OTHERS;
        }
    }

    private final RegisterPage page;
    private final PhysicalMemory memory;
    private final int base;
    private final int producer;
    private final int consumer;
    private final int entrySize;

    /// @param base offset of the BASE register
    /// @param producer offset of the PROD register, which CONS is right behind
    OutputQueue(RegisterPage page, PhysicalMemory memory, int base, int producer, int entrySize) {
        this.page = page;
        this.memory = memory;
        this.base = base;
        this.producer = producer;
        this.consumer = producer + Integer.BYTES;
        this.entrySize = entrySize;
    }

    /// Overflow that the guest has not acknowledged (IHI 0070, 7.4).
    boolean overflowActive() {
        return EventqProd.OVFLG.isSet(page.get(producer) ^ page.get(consumer));
    }

    /// Tells the guest that something was lost, unless it has been told and not yet acknowledged it.
    void overflow() {
        if (!overflowActive()) {
            page.set(producer, page.get(producer) ^ (int) EventqProd.OVFLG.mask());
        }
    }

    /// Writes an entry and moves the producer's index, in this order for whoever reads it.
    ///
    /// @param highestLog2 the largest queue, as shown in IDR1
    Written append(Words entry, int highestLog2) {
        Ring ring = Ring.of(page.getLong(base), highestLog2, entrySize);
        int prod = page.get(producer);
        int cons = page.get(consumer);
        if (ring.full(prod, cons)) {
            return Written.FULL;
        }
        long address = ring.entry(prod);
        Ram ram = memory.ram(address);
        if (ram == null || !ram.holds(address, entrySize)) {
            return Written.ABORTED;
        }
        for (int i = 0; i < entry.size(); i++) {
            ram.setLongRelease(address - ram.start() + (long) i * Long.BYTES, entry.word(i));
        }
        page.set(producer, prod & (int) EventqProd.OVFLG.mask() | ring.next(prod));
        return ring.empty(prod, cons) ? Written.TO_EMPTY_QUEUE : Written.BEHIND_OTHERS;
    }
}
