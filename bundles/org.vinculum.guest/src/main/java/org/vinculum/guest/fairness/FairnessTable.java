package org.vinculum.guest.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Measurement.Goal;
import org.vinculum.guest.workload.SteadyGuest;

/// What was found, held against what was found of a guest that is alone.
final class FairnessTable {
    private static final double SHARE_GOAL = 0.8;
    private static final double LATENCY_FACTOR = 2;
    private static final int MEDIAN = 50;
    private static final int NEARLY_ALL = 99;
    private static final String COMMANDS = "host commands";

    private final List<Measurement> rows = new ArrayList<>();
    private long aloneCommands;
    private long aloneNanos;

    void alone(SteadyGuest found) {
        aloneCommands = Math.max(1, found.hostCommands().percentile(NEARLY_ALL));
        aloneNanos = found.nanos().percentile(NEARLY_ALL);
        latency("alone", found, Optional.empty(), Optional.empty());
    }

    /// @param paced found of a guest that asks for a part of its share
    /// @param greedy found of one that asks for all of it
    void crowded(String scenario, int guests, SteadyGuest paced, SteadyGuest greedy, double share) {
        double factor = LATENCY_FACTOR * (guests + 1);
        latency(
                scenario,
                paced,
                Optional.of(new Goal(factor * aloneCommands, true)),
                Optional.of(new Goal(factor * aloneNanos, true)));
        add(
                scenario,
                "SYNC p99, whole share used",
                greedy.hostCommands().percentile(NEARLY_ALL),
                COMMANDS,
                Optional.of(new Goal(factor * aloneCommands, true)));
        rows.add(
                new Measurement(
                        scenario,
                        "throughput / fair share",
                        share,
                        "",
                        Optional.of(new Goal(SHARE_GOAL, false))));
    }

    void direct(String scenario, DirectDma.Found found) {
        add(scenario, "DMA waits", found.waits(), "", Optional.of(new Goal(0, true)));
        rows.add(
                new Measurement(
                        scenario,
                        "DMA rate / alone",
                        found.ratio(),
                        "",
                        Optional.of(new Goal(SHARE_GOAL, false))));
    }

    private void latency(
            String scenario, SteadyGuest found, Optional<Goal> commands, Optional<Goal> nanos) {
        add(scenario, "SYNC p50", found.hostCommands().percentile(MEDIAN), COMMANDS, commands);
        add(scenario, "SYNC p99", found.hostCommands().percentile(NEARLY_ALL), COMMANDS, commands);
        add(scenario, "SYNC p50 time", found.nanos().percentile(MEDIAN), "ns", nanos);
        add(scenario, "SYNC p99 time", found.nanos().percentile(NEARLY_ALL), "ns", nanos);
        add(scenario, "wrong DMA", found.wrong(), "", Optional.of(new Goal(0, true)));
    }

    private void add(
            String scenario, String quantity, long value, String unit, Optional<Goal> goal) {
        rows.add(new Measurement(scenario, quantity, value, unit, goal));
    }

    List<Measurement> rows() {
        return rows;
    }
}
