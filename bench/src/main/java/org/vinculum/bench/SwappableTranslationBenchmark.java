package org.vinculum.bench;

import java.time.Duration;
import java.util.Map;
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
import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapSettings;
import org.vinculum.swap.SwappableModel;

/// What it costs a transaction that another model may take its SMMU's place: nested translation of a page that the model
/// knows, straight and through a place.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SwappableTranslationBenchmark {
    private static final long PAGE = 0x5000;

    private final Outcome outcome = new Outcome();
    private IommuModel straight;
    private IommuModel place;
    private IommuModel swapped;
    private IommuModel onProbation;

    @Setup
    public void known() {
        straight = known(new NestedModel(12, CacheSizes.ORDINARY).model());
        place = known(place(Duration.ZERO));
        swapped = known(swapped(Duration.ZERO));
        onProbation = known(swapped(Duration.ofDays(1)));
    }

    private IommuModel known(IommuModel model) {
        if (model.translate(0, -1, PAGE, Access.READ, outcome) != PAGE) {
            throw new IllegalStateException("not translated");
        }
        return model;
    }

    private static SwappableModel place(Duration probation) {
        var settings = new SwapSettings(Duration.ofSeconds(10), probation, Duration.ZERO);
        var first = new Contender(NestedModel.factory(CacheSizes.ORDINARY), "");
        var nested =
                new NestedModel(
                        new NestedTables(12),
                        around -> new SwappableModel("/smmu", first, around, Map.of(), settings));
        return (SwappableModel) nested.model();
    }

    private static SwappableModel swapped(Duration probation) {
        SwappableModel model = place(probation);
        var next = new Contender(NestedModel.factory(CacheSizes.ORDINARY), "");
        model.exchange(model.prepare(next));
        return model;
    }

    @Benchmark
    public long straight() {
        return straight.translate(0, -1, PAGE, Access.READ, outcome);
    }

    /// Where nothing has been swapped yet.
    @Benchmark
    public long place() {
        return place.translate(0, -1, PAGE, Access.READ, outcome);
    }

    @Benchmark
    public long swapped() {
        return swapped.translate(0, -1, PAGE, Access.READ, outcome);
    }

    @Benchmark
    public long onProbation() {
        return onProbation.translate(0, -1, PAGE, Access.READ, outcome);
    }
}
