package org.vinculum.scenario.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.PriqBase;
import org.vinculum.smmu.spec.register.PriqCons;
import org.vinculum.smmu.spec.register.PriqProd;

/// The event queue or the page request queue, as software empties it.
public final class RecordQueue {
    private final RegisterFrame registers;
    private final Bytes memory;
    private final int base;
    private final int producer;
    private final int consumer;
    private final Bits log2Most;
    private final int entrySize;

    private RecordQueue(
            RegisterFrame registers,
            Bytes memory,
            int base,
            int producer,
            int consumer,
            Bits log2Most,
            int entrySize) {
        this.registers = registers;
        this.memory = memory;
        this.base = base;
        this.producer = producer;
        this.consumer = consumer;
        this.log2Most = log2Most;
        this.entrySize = entrySize;
    }

    public static RecordQueue ofEvents(RegisterFrame registers, Bytes memory) {
        return new RecordQueue(
                registers,
                memory,
                EventqBase.OFFSET,
                registers.place(EventqProd.OFFSET, EventqProd.ALIAS_OFFSET),
                registers.place(EventqCons.OFFSET, EventqCons.ALIAS_OFFSET),
                Idr1.EVENTQS,
                32);
    }

    public static RecordQueue ofPageRequests(RegisterFrame registers, Bytes memory) {
        return new RecordQueue(
                registers,
                memory,
                PriqBase.OFFSET,
                registers.place(PriqProd.OFFSET, PriqProd.ALIAS_OFFSET),
                registers.place(PriqCons.OFFSET, PriqCons.ALIAS_OFFSET),
                Idr1.PRIQS,
                16);
    }

    /// Reads all records and moves CONS past them, its OVACKFLG as it was; empty, with nothing moved, when PROD is more
    /// than a queue ahead or leads out of RAM.
    public Optional<List<Words>> drain() {
        Ring ring =
                Ring.of(
                        registers.readLong(base),
                        log2Most.get(registers.read(Idr1.OFFSET)),
                        entrySize);
        int last = registers.read(producer);
        int first = registers.read(consumer);
        int count = ring.filled(last, first);
        if (count > ring.size()) {
            return Optional.empty();
        }
        List<Words> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<long[]> words =
                    memory.readWords(ring.entry(first + i), entrySize / Long.BYTES);
            if (words.isEmpty()) {
                return Optional.empty();
            }
            records.add(Words.of(words.get()));
        }
        registers.write(consumer, EventqCons.RD.in(first, ring.position(last)));
        return Optional.of(records);
    }
}
