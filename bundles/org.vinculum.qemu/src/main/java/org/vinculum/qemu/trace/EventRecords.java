package org.vinculum.qemu.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.queue.Ring;

/// The records of an event queue as they are added, in whosever memory.
final class EventRecords {
    private final RegisterReads smmu;
    private final int producerOffset;
    private final LongPredicate holds;
    private final LongUnaryOperator word;
    private int producer;

    /// An event record and where it is.
    record Found(long address, Words record) {}

    /// @param producer the offset of EVENTQ_PROD
    /// @param holds whether an address is in memory
    /// @param word reads eight bytes there
    EventRecords(RegisterReads smmu, int producer, LongPredicate holds, LongUnaryOperator word) {
        this.smmu = smmu;
        this.producerOffset = producer;
        this.holds = holds;
        this.word = word;
    }

    /// Forgets what was added so far: software has written an index.
    void skip() {
        producer = smmu.read(producerOffset);
    }

    /// Those since the last call; none when there are more than fit.
    List<Found> take(Ring ring) {
        int now = smmu.read(producerOffset);
        int count = now == producer ? 0 : ring.filled(now, producer);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < count && count <= ring.size(); i++) {
            long address = ring.entry(producer + i);
            if (holds.test(address)) {
                found.add(new Found(address, record(address)));
            }
        }
        producer = now;
        return found;
    }

    private Words record(long address) {
        long[] words = new long[Event.SIZE / Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = word.applyAsLong(address + (long) i * Long.BYTES);
        }
        return Words.of(words);
    }
}
