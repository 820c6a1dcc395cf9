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
import org.openjdk.jmh.annotations.Warmup;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;

/// Commands as a driver gives them: entries in memory, CMDQ_PROD written, CMDQ_CONS read. Each but the last of these ends
/// with CMD_SYNC, and the caches hold 4,096 translations of the space that is invalidated.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CommandQueueBenchmark {
    private static final int KNOWN = 1 << 12;

    /// Beyond those.
    private static final long ELSEWHERE = 1L << 28;

    private static final long VMID = (long) NestedTables.VMID << 32;
    private static final long ASID = (long) NestedTables.ASID << 48;
    private static final long LEAF = 1;
    private static final int CFGI_STE = 0x03;
    private static final int TLBI_NH_ASID = 0x11;
    private static final int TLBI_NH_VA = 0x12;
    private static final int TLBI_NSNH_ALL = 0x30;
    private static final int SYNC = 0x46;

    private NestedModel nested;
    private final RandomPages random = new RandomPages();

    @Setup
    public void known() {
        nested = new NestedModel(18, CacheSizes.ORDINARY);
        nested.fill(KNOWN);
    }

    private void synced(long word0, long word1) {
        nested.put(word0, word1);
        sync();
    }

    @Benchmark
    public void sync() {
        nested.put(SYNC, 0);
        nested.ring();
    }

    /// Of pages that are not known, so that the cache stays full.
    @Benchmark
    public void pageThatIsNotKnown() {
        synced(TLBI_NH_VA | VMID | ASID, random.next(12) | ELSEWHERE | LEAF);
    }

    /// Of a page that the model has to look up again each time.
    @Benchmark
    public long pageAndItsTranslation(Answer answer) {
        long page = random.next(12);
        synced(TLBI_NH_VA | VMID | ASID, page | LEAF);
        return nested.read(page, answer.outcome);
    }

    @Benchmark
    public void allOfAnAsid() {
        synced(TLBI_NH_ASID | VMID | ASID, 0);
    }

    @Benchmark
    public void everything() {
        synced(TLBI_NSNH_ALL, 0);
    }

    @Benchmark
    public void configuration() {
        synced(CFGI_STE, LEAF);
    }

    @Benchmark
    public long register() {
        return nested.model().read(0x20, 4);
    }

    @State(Scope.Thread)
    public static class Answer {
        final Outcome outcome = new Outcome();
    }
}
