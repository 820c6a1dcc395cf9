package org.vinculum.smmu.storm;

import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;

/// Asks for anything until it is told to stop; answers how many pages one transaction has made the model turn to, at most.
final class HostileDevice implements Callable<Long> {
    private final IommuModel model;
    private final CountingMemory memory;
    private final SplittableRandom random;
    private final AtomicBoolean over;
    private volatile long transactions;
    private final Outcome outcome = new Outcome();

    HostileDevice(
            IommuModel model, CountingMemory memory, SplittableRandom random, AtomicBoolean over) {
        this.model = model;
        this.memory = memory;
        this.random = random;
        this.over = over;
    }

    @Override
    public Long call() {
        long most = 0;
        while (!over.get()) {
            long before = memory.requests();
            transaction();
            transactions = transactions + 1;
            most = Math.max(most, memory.requests() - before);
        }
        return most;
    }

    /// How many transactions there have been.
    long transactions() {
        return transactions;
    }

    private void transaction() {
        int stream = random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(64);
        int substream = random.nextInt(4) != 0 ? -1 : random.nextInt(1 << random.nextInt(21));
        long address = random.nextLong() >>> random.nextInt(64);
        int direction = 1 + random.nextInt(2);
        int access =
                direction | (direction == 1 ? random.nextInt(2) * 4 : 0) | random.nextInt(4) * 8;
        if (random.nextInt(4) == 0) {
            model.requestTranslation(stream, substream, address, access & 0xf, outcome);
        } else {
            model.translate(stream, substream, address, access, outcome);
        }
    }
}
