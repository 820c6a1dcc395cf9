package org.vinculum.guest.fairness;

import java.util.List;
import java.util.function.Consumer;
import org.vinculum.benchmark.Report;
import org.vinculum.domain.Hypervisor;

/// Goes through all kinds of floods and all sizes of crowds.
public final class FairnessRun {
    public static final String NAME = "fairness";

    private static final int WARM_UP = 50;
    private static final int QUARTER = 4;
    private static final int WHOLE = 1;
    private static final int SLICES = 8;

    private final Hypervisor hypervisor;
    private final String model;
    private final List<Integer> crowds;
    private final int cycles;

    /// @param model of the SMMU
    /// @param crowds numbers of guests that flood
    /// @param cycles of each measurement; of a guest alone there are 50 times as many
    public FairnessRun(Hypervisor hypervisor, String model, List<Integer> crowds, int cycles) {
        this.hypervisor = hypervisor;
        this.model = model;
        this.crowds = List.copyOf(crowds);
        this.cycles = cycles;
    }

    /// @throws InterruptedException when the thread is interrupted
    public Report run(Consumer<String> progress) throws InterruptedException {
        progress.accept("alone");
        new Trial(hypervisor, model, 0, List.of()).latency(WARM_UP * cycles, WHOLE);
        new Trial(hypervisor, model, 1, List.of(Flood.values())).latency(cycles, QUARTER);
        FairnessTable table = new FairnessTable();
        table.alone(new Trial(hypervisor, model, 0, List.of()).latency(WARM_UP * cycles, WHOLE));
        for (Flood flood : Flood.values()) {
            for (int guests : crowds) {
                String scenario = guests + " x " + flood.title();
                measure(scenario, guests, List.of(flood), table, progress);
            }
        }
        for (int guests : crowds) {
            measure(guests + " x mixed", guests, List.of(Flood.values()), table, progress);
        }
        return new Report(NAME, conditions(), table.rows());
    }

    private void measure(
            String scenario,
            int guests,
            List<Flood> kinds,
            FairnessTable table,
            Consumer<String> progress)
            throws InterruptedException {
        progress.accept(scenario);
        Trial trial = new Trial(hypervisor, model, guests, kinds);
        table.crowded(
                scenario,
                guests,
                trial.latency(cycles, QUARTER),
                trial.latency(cycles, WHOLE),
                trial.share(cycles));
        if (kinds.size() > 1) {
            table.direct(scenario, new DirectDma().find(hypervisor, model, guests, kinds, SLICES));
        }
    }

    private List<String> conditions() {
        return List.of(
                "One physical SMMU (" + model + ") behind all virtual ones, budget 64.",
                "SYNC: an invalidation and its CMD_SYNC, from the write of PROD to its completion;"
                    + " in commands that the physical SMMU was given meanwhile, and in processor"
                    + " time.",
                "Between two cycles of the measured guest the floods get so much done that it asks"
                    + " for a quarter of its fair share, or for all of it where the row says so.",
                "Every guest that floods does a piece of it before each cycle, and whenever the"
                    + " measured guest waits; all on one thread, so that figures in commands do not"
                    + " depend on the machine.",
                "Goal of the latency: twice the number of guests times p99 of the guest alone."
                    + " Throughput: a guest that keeps batches of 64 invalidations in its ring, as"
                    + " its part of all host commands times the number of guests.",
                "DMA rate: a device of a guest without virtual SMMU, the floods on another thread,"
                        + " by turns with and without.");
    }
}
