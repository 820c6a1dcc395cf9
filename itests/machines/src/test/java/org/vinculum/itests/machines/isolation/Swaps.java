package org.vinculum.itests.machines.isolation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.itests.machines.PlainHypervisor;
import org.vinculum.swap.CommonIdentification;
import org.vinculum.swap.SwapReport;

/// Models that follow each other under the SMMUs of a machine, at random moments; all of them show what they have in common.
final class Swaps {
    static final List<String> POOL =
            List.of("smmuv3-3.0", "smmuv3-3.1", "smmuv3-3.2", "mmu-600-r2p0", "mmu-700-r1p1");

    private final SplittableRandom random;
    private final int rarity;
    private final Set<String> pairs = new HashSet<>();
    private int done;
    private int stalled;
    private int virtual;

    /// @param rarity one chance in so many is taken
    Swaps(long seed, int rarity) {
        random = new SplittableRandom(seed);
        this.rarity = rarity;
    }

    static MachineDescription machine(int budget) {
        List<IommuModelFactory> pool =
                PlainHypervisor.models().stream()
                        .filter(model -> POOL.contains(model.name()))
                        .toList();
        Map<String, Long> common = CommonIdentification.of(pool);
        return Topology.machine(budget, smmu -> POOL.get(smmu % POOL.size()), common);
    }

    /// A chance to swap a model, and one to swap a virtual SMMU.
    void perhaps(Machine machine, Population population) {
        if (random.nextInt(rarity) == 0) {
            String smmu = Topology.path(random.nextInt(Topology.SMMUS));
            SwapReport report = machine.swap(smmu, POOL.get(random.nextInt(POOL.size())));
            if (report.pauseNanos() > 0) {
                done++;
                stalled += report.stalled();
                pairs.add(report.from() + " " + report.to());
            }
        }
        if (random.nextInt(rarity) == 0) {
            population.swapVirtual(random.nextInt(Topology.GUESTS));
            virtual++;
        }
    }

    int done() {
        return done;
    }

    /// Transactions that have been taken over while they waited.
    int stalled() {
        return stalled;
    }

    /// Which followed which, different ones.
    int pairs() {
        return pairs.size();
    }

    /// Virtual SMMUs that have been replaced.
    int virtual() {
        return virtual;
    }

    @Override
    public String toString() {
        return "%d swaps of %d pairs, %d stalled transactions taken over, %d virtual SMMUs swapped"
                .formatted(done, pairs.size(), stalled, virtual);
    }
}
