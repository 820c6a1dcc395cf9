package org.vinculum.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Outcome;

/// Nested translation of pages that the model does not know, while it knows the stream's configuration.
///
/// Two translations are kept, so that each miss is paid for in full: what is found is entered and pushes something out.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TranslationMissBenchmark {
    /// Binary logarithm of the pages that are touched.
    @Param({"12", "18", "24"})
    public int pages;

    private NestedModel nested;
    private final Outcome outcome = new Outcome();
    private final RandomPages random = new RandomPages();
    private long next;

    @Setup
    public void tables() {
        nested = new NestedModel(pages, new CacheSizes(1024, 2, 2048, 2048));
    }

    @Benchmark
    public long atRandom() {
        return nested.read(random.next(pages), outcome);
    }

    @Benchmark
    public long sequential() {
        next = next + 0x1000 & (1L << pages + 12) - 1;
        return nested.read(next, outcome);
    }

    /// The floor for a model without walk caches: 24 loads, each of which waits for the one before.
    @Benchmark
    public long bareWalk() {
        return nested.tables().bareWalk(random.next(pages));
    }

    /// The floor for one with walk caches of any size.
    @Benchmark
    public long lastDescriptors() {
        return nested.tables().lastDescriptors(random.next(pages));
    }
}
