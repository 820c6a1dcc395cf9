package org.vinculum.guest.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Measurement.Goal;
import org.vinculum.benchmark.Report;
import org.vinculum.domain.Hypervisor;
import org.vinculum.guest.workload.ProcessorTime;

/// Starts a large machine, looks at the memory it takes, and lets every device of it work.
public final class ScaleRun {
    public static final String NAME = "scale";

    private static final double MILLISECOND = 1e6;
    private static final double SECOND = 1e9;
    private static final double MEBIBYTE = 1 << 20;

    private final Hypervisor hypervisor;
    private final String model;
    private final int smmus;
    private final int guests;
    private final int streams;
    private final int rounds;
    private final List<Measurement> rows = new ArrayList<>();

    /// @param streams of each guest
    /// @param rounds of cycles, one of each device in a round
    public ScaleRun(
            Hypervisor hypervisor, String model, int smmus, int guests, int streams, int rounds) {
        this.hypervisor = hypervisor;
        this.model = model;
        this.smmus = smmus;
        this.guests = guests;
        this.streams = streams;
        this.rounds = rounds;
    }

    /// @throws InterruptedException when the thread is interrupted
    public Report run(Consumer<String> progress) throws InterruptedException {
        String scenario =
                "%d SMMUs, %d guests, %d streams".formatted(smmus, guests, guests * streams);
        progress.accept("start of " + scenario);
        long before = heap();
        long began = ProcessorTime.nanos();
        try (ManyGuests machine = new ManyGuests(hypervisor, model, smmus, guests, streams)) {
            long took = ProcessorTime.nanos() - began;
            add(scenario, "start, drivers included", took / MILLISECOND, "ms");
            add(scenario, "heap", (heap() - before) / MEBIBYTE, "MiB");
            progress.accept("traffic");
            round(machine);
            began = ProcessorTime.nanos();
            for (int i = 0; i < rounds; i++) {
                round(machine);
            }
            double seconds = (ProcessorTime.nanos() - began) / SECOND;
            add(
                    scenario,
                    "map + DMA + unmap",
                    (double) rounds * machine.streams() / seconds,
                    "1/s");
            rows.add(
                    new Measurement(
                            scenario,
                            "wrong DMA",
                            machine.wrong(),
                            "",
                            Optional.of(new Goal(0, true))));
        }
        return new Report(NAME, conditions(), rows);
    }

    private static void round(ManyGuests machine) throws InterruptedException {
        for (int i = 0; i < machine.streams(); i++) {
            machine.step();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void add(String scenario, String quantity, double value, String unit) {
        rows.add(new Measurement(scenario, quantity, value, unit, Optional.empty()));
    }

    private List<String> conditions() {
        return List.of(
                "Each guest has one virtual SMMU in front of the physical ones ("
                        + model
                        + ") that"
                        + " its devices are behind; an invalidation goes to all of those.",
                "One thread; times are of its processor. Heap: what the machine adds to it after a"
                        + " collection; guests' RAM is not in it.");
    }
}
