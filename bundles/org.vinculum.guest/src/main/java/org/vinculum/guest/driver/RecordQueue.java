package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;

/// A queue that the SMMU writes and the driver empties: events or page requests. Belongs to the driver's thread.
final class RecordQueue {
    private final ControlRegisters registers;
    private final GuestWords words;
    private final Ring ring;
    private final long producerOffset;
    private final long consumerOffset;
    private final DriverCounts counts;
    private int producer;
    private int consumer;

    /// @param producerOffset of the PROD register
    /// @param consumerOffset of the CONS register
    RecordQueue(
            ControlRegisters registers,
            GuestWords words,
            Ring ring,
            long producerOffset,
            long consumerOffset,
            DriverCounts counts) {
        this.registers = registers;
        this.words = words;
        this.ring = ring;
        this.producerOffset = producerOffset;
        this.consumerOffset = consumerOffset;
        this.counts = counts;
    }

    Ring ring() {
        return ring;
    }

    /// Writes both indexes; the queue must be off.
    void reset() {
        producer = 0;
        consumer = 0;
        registers.write(producerOffset, producer);
        registers.write(consumerOffset, consumer);
    }

    /// Takes the oldest record out.
    ///
    /// @return null when the queue is empty
    Words poll() {
        if (ring.empty(producer, consumer)) {
            readProducer();
            if (ring.empty(producer, consumer)) {
                return null;
            }
        }
        long[] record = new long[ring.entrySize() / Long.BYTES];
        long entry = ring.entry(consumer);
        for (int i = 0; i < record.length; i++) {
            record[i] = words.get(entry + (long) i * Long.BYTES);
        }
        moveTo(EventqCons.RD.in(consumer, ring.next(EventqCons.RD.get(consumer))));
        return Words.of(record);
    }

    /// Sees an overflow when it is told of anew.
    private void readProducer() {
        int now = registers.read(producerOffset);
        if (EventqProd.OVFLG.get(now) != EventqProd.OVFLG.get(producer)) {
            counts.overflow();
        }
        producer = now;
    }

    /// Says that an overflow has been seen; for when the queue is empty.
    void acknowledgeOverflow() {
        int flag = EventqProd.OVFLG.get(producer);
        if (flag != EventqCons.OVACKFLG.get(consumer)) {
            moveTo(EventqCons.OVACKFLG.in(consumer, flag));
        }
    }

    private void moveTo(int position) {
        consumer = position;
        registers.write(consumerOffset, consumer);
    }
}
