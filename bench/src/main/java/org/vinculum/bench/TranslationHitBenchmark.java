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

/// Nested translation of pages that the model knows.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TranslationHitBenchmark {
    private static final int KNOWN = 1 << 11;

    private NestedModel nested;
    private final Outcome outcome = new Outcome();
    private final RandomPages random = new RandomPages();

    @Setup
    public void known() {
        nested = new NestedModel(12, CacheSizes.ORDINARY);
        nested.fill(KNOWN);
    }

    @Benchmark
    public long onePage() {
        return nested.read(0x5000, outcome);
    }

    @Benchmark
    public long of128Pages() {
        return nested.read(random.next(7), outcome);
    }

    /// More than are answered from one line.
    @Benchmark
    public long of2048Pages() {
        return nested.read(random.next(11), outcome);
    }
}
