package org.vinculum.hypervisor.host.queue;

import java.util.List;
import org.vinculum.hypervisor.host.register.SmmuRegisters;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;

/// A queue that the SMMU fills and the driver empties: events or page requests, whose registers have the same fields. Belongs
/// to whoever holds the lock of the SMMU.
public final class RecordQueue {
    private final SmmuRegisters registers;
    private final PhysicalMemory memory;
    private final Ring ring;
    private final QueueOffsets offsets;
    private int consumer;
    private int acknowledged;

    public RecordQueue(
            SmmuRegisters registers, PhysicalMemory memory, Ring ring, QueueOffsets offsets) {
        this.registers = registers;
        this.memory = memory;
        this.ring = ring;
        this.offsets = offsets;
    }

    /// Tells the SMMU where it is; the queue is disabled.
    public void place() {
        registers.writeLong(
                offsets.base(),
                EventqBase.WA.mask()
                        | EventqBase.ADDR.inPlace(ring.address())
                        | EventqBase.LOG2SIZE.of(ring.log2Size()));
        registers.write(offsets.producer(), 0);
        registers.write(offsets.consumer(), 0);
    }

    /// Entries it can hold.
    public int size() {
        return ring.size();
    }

    /// Takes records, oldest first, and gives their places back.
    ///
    /// @param most how many
    /// @return whether some have been lost since the last time
    public boolean take(List<Words> into, int most) {
        int producer = registers.read(offsets.producer());
        int count = Math.min(waiting(producer), most);
        for (int i = 0; i < count; i++) {
            into.add(record(ring.entry(consumer)));
            consumer = ring.next(consumer);
        }
        int overflow = producer & (int) EventqProd.OVFLG.mask();
        boolean lost = overflow != acknowledged;
        acknowledged = overflow;
        if (count > 0 || lost) {
            registers.write(
                    offsets.consumer(), consumer | acknowledged & (int) EventqCons.OVACKFLG.mask());
        }
        return lost;
    }

    /// Whether something waits. Asked after the places were given back, because only a record that finds the queue empty
    /// raises an interrupt.
    public boolean any() {
        return waiting(registers.read(offsets.producer())) > 0;
    }

    /// 0 when the producer is at a place where it cannot be.
    private int waiting(int producer) {
        int filled = ring.filled(producer, consumer);
        return filled <= ring.size() ? filled : 0;
    }

    private Words record(long address) {
        Ram ram = memory.ram(address);
        long offset = address - ram.start();
        if (ring.entrySize() == 2 * Long.BYTES) {
            return Words.of(ram.getLongAcquire(offset), ram.getLong(offset + Long.BYTES));
        }
        return Words.of(
                ram.getLongAcquire(offset),
                ram.getLong(offset + Long.BYTES),
                ram.getLong(offset + 2 * Long.BYTES),
                ram.getLong(offset + 3 * Long.BYTES));
    }
}
