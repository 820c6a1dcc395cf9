package org.vinculum.itests.machines.swap;

import java.util.List;
import java.util.Map;
import org.vinculum.domain.Hypervisor;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.itests.machines.PlainHypervisor;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.swap.CommonIdentification;

/// Models that may follow each other, and what all of them can show.
final class Pool {
    static final List<String> NAMES =
            List.of("smmuv3-3.0", "smmuv3-3.1", "smmuv3-3.2", "mmu-600-r2p0", "mmu-700-r1p1");

    private Pool() {}

    /// A machine whose SMMU says no more of itself than all of the pool can do.
    static TestedMachine machine(String first) {
        return TestedMachine.with(first, common(NAMES));
    }

    /// A machine whose SMMUs all say no more of themselves than all of the pool can do.
    static TestedMachine machine(Hypervisor hypervisor, long ram, String... first) {
        return TestedMachine.with(hypervisor, ram, common(NAMES), first);
    }

    static Map<String, Long> common(List<String> names) {
        return CommonIdentification.of(names.stream().map(Pool::model).toList());
    }

    static IommuModelFactory model(String name) {
        return PlainHypervisor.models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
