package org.vinculum.guest.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Measurement.Goal;
import org.vinculum.benchmark.Report;
import org.vinculum.domain.Hypervisor;

/// Measures the way of guest commands, one figure after the other, and sets QEMU's beside them.
public final class QueueRun {
    public static final String NAME = "queue";

    private static final double RATE_GOAL = 5e6;
    private static final double HOST_COMMANDS_GOAL = 1.1;
    private static final double READ_GOAL = 60;
    private static final int MANY = 4;
    private static final int RINGS = 6;

    // QEMU, in process: one command of each kind with an empty IOTLB and with one of 253 entries;
    // one register write
    // that finds 524,287 commands, on three machines
    private static final String PEER = "QEMU (peer)";
    private static final double PEER_INVALIDATION_EMPTY = 57;
    private static final double PEER_INVALIDATION_FULL = 1500;
    private static final double PEER_WRITE_LEAST = 18e6;
    private static final double PEER_WRITE_MOST = 124e6;

    private final Hypervisor hypervisor;
    private final String model;
    private final long nanos;
    private final List<Measurement> rows = new ArrayList<>();

    /// @param nanos how long each rate is measured
    public QueueRun(Hypervisor hypervisor, String model, long nanos) {
        this.hypervisor = hypervisor;
        this.model = model;
        this.nanos = nanos;
    }

    /// @throws InterruptedException when the thread is interrupted
    public Report run(Consumer<String> progress) throws InterruptedException {
        progress.accept("invalidations to one SMMU");
        CommandRate one = CommandRate.measure(hypervisor, model, 1, nanos);
        add("one SMMU", "TLBI", one.invalidations(), "1/s", atLeast(RATE_GOAL));
        add(
                "one SMMU",
                "host commands / guest command",
                one.hostCommands(),
                "",
                atMost(HOST_COMMANDS_GOAL));
        progress.accept("invalidations to four SMMUs");
        CommandRate four = CommandRate.measure(hypervisor, model, MANY, nanos);
        add("four SMMUs", "TLBI", four.invalidations(), "1/s", Optional.empty());
        add(
                "four SMMUs",
                "host commands / guest command",
                four.hostCommands(),
                "",
                atMost(MANY * HOST_COMMANDS_GOAL));
        registers(progress);
        progress.accept("cycles of map, DMA, unmap");
        double cycles = CycleRate.measure(hypervisor, model, nanos);
        add("one SMMU", "map + DMA + unmap", cycles, "1/s", Optional.empty());
        peers();
        return new Report(NAME, conditions(), rows);
    }

    private void registers(Consumer<String> progress) throws InterruptedException {
        progress.accept("register accesses");
        RegisterTimes times = new RegisterTimes(hypervisor, model, RINGS);
        add("registers", "read", times.read(), "ns", atMost(READ_GOAL));
        String scenario = "full ring of " + times.ringSize();
        add(scenario, "write of PROD, p50", times.writes().percentile(50), "ns", Optional.empty());
        add(
                scenario,
                "write of PROD, longest",
                times.writes().most(),
                "ns",
                atMost(PEER_WRITE_LEAST));
    }

    private void peers() {
        add(PEER, "TLBI, IOTLB empty", PEER_INVALIDATION_EMPTY, "ns", Optional.empty());
        add(PEER, "TLBI, IOTLB full", PEER_INVALIDATION_FULL, "ns", Optional.empty());
        add(PEER, "write of PROD, least", PEER_WRITE_LEAST, "ns", Optional.empty());
        add(PEER, "write of PROD, most", PEER_WRITE_MOST, "ns", Optional.empty());
    }

    private void add(
            String scenario, String quantity, double value, String unit, Optional<Goal> goal) {
        rows.add(new Measurement(scenario, quantity, value, unit, goal));
    }

    private static Optional<Goal> atLeast(double bound) {
        return Optional.of(new Goal(bound, false));
    }

    private static Optional<Goal> atMost(double bound) {
        return Optional.of(new Goal(bound, true));
    }

    private List<String> conditions() {
        return List.of(
                "Physical SMMUs: "
                        + model
                        + ", one virtual SMMU in front of all, budget 64, one"
                        + " thread; all times are of its processor.",
                "TLBI: TLBI_NH_VA in batches of 64 and a CMD_SYNC, up to seven batches in the ring;"
                        + " from the guest's memory to the effect on the SMMU's caches.",
                "QEMU's figures are of QEMU 9.2 and 10.2 measured in process in 2026 on other"
                        + " machines than this; the longest write is of one that finds 524,287"
                        + " commands.");
    }
}
