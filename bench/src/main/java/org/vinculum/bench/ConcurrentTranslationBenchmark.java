package org.vinculum.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;

/// Translations of known pages on one model by one thread and by two, while a page is invalidated 10,000 times a second
/// by one of them: throughput of all threads together.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class ConcurrentTranslationBenchmark {
    private static final long PERIOD = 100_000;
    private static final int BETWEEN_LOOKS = 0xff;
    private static final long INVALIDATE =
            0x12 | (long) NestedTables.VMID << 32 | (long) NestedTables.ASID << 48;

    private NestedModel nested;

    @Setup
    public void known() {
        nested = new NestedModel(12, CacheSizes.ORDINARY);
        nested.fill(1 << 7);
    }

    /// One of the threads; the first is the one that invalidates.
    @State(Scope.Thread)
    public static class Device {
        private final Outcome outcome = new Outcome();
        private final RandomPages random = new RandomPages();
        private boolean invalidates;
        private int count;
        private long due;

        @Setup
        public void take(ThreadParams thread) {
            invalidates = thread.getThreadIndex() == 0;
            due = System.nanoTime();
        }

        private boolean isDue() {
            if (!invalidates || (++count & BETWEEN_LOOKS) != 0 || System.nanoTime() < due) {
                return false;
            }
            due += PERIOD;
            return true;
        }
    }

    private long next(Device device) {
        long page = device.random.next(7);
        if (device.isDue()) {
            nested.put(INVALIDATE, page | 1);
            nested.put(0x46, 0);
            nested.ring();
        }
        return nested.read(page, device.outcome);
    }

    @Benchmark
    @Threads(1)
    public long oneThread(Device device) {
        return next(device);
    }

    @Benchmark
    @Threads(2)
    public long twoThreads(Device device) {
        return next(device);
    }
}
