package org.vinculum.benchmark;

import java.util.List;

/// What a benchmark found.
///
/// @param benchmark [Benchmark#name()]
/// @param conditions sentences on how it was measured
/// @param measurements in the order of the table they make: one scenario after the other
public record Report(String benchmark, List<String> conditions, List<Measurement> measurements) {
    public Report {
        conditions = List.copyOf(conditions);
        measurements = List.copyOf(measurements);
    }

    /// Whether every goal was reached.
    public boolean reached() {
        return measurements.stream().allMatch(Measurement::reached);
    }
}
