package org.vinculum.commands.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Measurement.Goal;
import org.vinculum.benchmark.Report;

/// Finds the same each time.
public record FakeBenchmark(String name) implements Benchmark {
    @Override
    public String title() {
        return "how " + name + " goes";
    }

    @Override
    public Report run(Consumer<String> progress) {
        return new Report(
                name,
                List.of("Made up."),
                List.of(
                        new Measurement("alone", "rate", 5_123_456.7, "1/s", goal(5e6, false)),
                        new Measurement("alone", "read", 61.25, "ns", goal(60, true)),
                        new Measurement("peer", "ratio", 0.00012, "", Optional.empty())));
    }

    private static Optional<Goal> goal(double bound, boolean atMost) {
        return Optional.of(new Goal(bound, atMost));
    }
}
