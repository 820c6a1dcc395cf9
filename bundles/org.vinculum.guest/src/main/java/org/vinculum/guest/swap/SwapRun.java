package org.vinculum.guest.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Measurement.Goal;
import org.vinculum.benchmark.Report;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.workload.Samples;
import org.vinculum.swap.SwapReport;

/// Swaps two models to and fro under busy guests, and looks for how long these wait.
public final class SwapRun {
    public static final String NAME = "swap";

    private static final double MICROSECOND = 1e3;
    private static final double GOAL_MICROSECONDS = 5_000;
    private static final int MEDIAN = 50;
    private static final int NEARLY_ALL = 99;
    private static final int WARM_UP = 20;
    private static final long BETWEEN_MILLIS = 5;

    private final Hypervisor hypervisor;
    private final List<String> models;
    private final Map<String, Long> identification;
    private final int guests;
    private final int swaps;
    private final List<Measurement> rows = new ArrayList<>();

    /// @param models two names
    /// @param identification that both can show
    /// @param guests how many are busy, each on a thread of its own
    /// @param swaps of each measurement
    public SwapRun(
            Hypervisor hypervisor,
            List<String> models,
            Map<String, Long> identification,
            int guests,
            int swaps) {
        this.hypervisor = hypervisor;
        this.models = List.copyOf(models);
        this.identification = Map.copyOf(identification);
        this.guests = guests;
        this.swaps = swaps;
    }

    /// @throws InterruptedException when the thread is interrupted
    public Report run(List<Load> loads, Consumer<String> progress) throws InterruptedException {
        try (QuietLog _ = new QuietLog()) {
            for (Load load : loads) {
                progress.accept(load.title());
                measure(load);
            }
        }
        return new Report(NAME, conditions(), rows);
    }

    private void measure(Load load) throws InterruptedException {
        try (BusyMachine machine =
                new BusyMachine(hypervisor, models.getFirst(), identification, guests, load)) {
            measure(machine, load);
        }
    }

    private void measure(BusyMachine machine, Load load) throws InterruptedException {
        machine.start();
        Samples pauses = new Samples();
        long cycles = machine.cycles();
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < WARM_UP + swaps; i++) {
            Thread.sleep(BETWEEN_MILLIS);
            SwapReport report = machine.swap(models.get((i + 1) % models.size()));
            if (i >= WARM_UP) {
                pauses.add(report.pauseNanos());
            }
            fewest = Math.min(fewest, report.stalled());
        }
        cycles = machine.cycles() - cycles;
        pause(load, "pause p50", pauses.percentile(MEDIAN), Optional.empty());
        pause(
                load,
                "pause p99",
                pauses.percentile(NEARLY_ALL),
                Optional.of(new Goal(GOAL_MICROSECONDS, true)));
        pause(load, "pause max", pauses.most(), Optional.empty());
        exact(load, "stalls taken over", fewest, new Goal(load.stalled(), false));
        exact(load, "DMA + unmap cycles", cycles, new Goal(1, false));
        exact(load, "wrong DMA", machine.wrong(), new Goal(0, true));
    }

    private void pause(Load load, String quantity, long nanos, Optional<Goal> goal) {
        rows.add(new Measurement(load.title(), quantity, nanos / MICROSECOND, "us", goal));
    }

    private void exact(Load load, String quantity, long value, Goal goal) {
        rows.add(new Measurement(load.title(), quantity, value, "", Optional.of(goal)));
    }

    private List<String> conditions() {
        return List.of(
                "%d guests, each with a thread of its own, at one SMMU; %d swaps to and fro between %s."
                        .formatted(guests, swaps, String.join(" and ", models)),
                "Each guest maps a page, has a device write it, takes the page away, waits for"
                        + " that, and makes a fault, with one of its streams after the other.",
                "Pause: from the moment at which no transaction may begin to the moment at which"
                        + " all go on, those included that were waited for; on the clock, not of a"
                        + " processor.",
                "Stalled transactions wait for their guest all the time, and still do at the end.");
    }
}
