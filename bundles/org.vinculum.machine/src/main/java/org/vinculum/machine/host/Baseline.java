package org.vinculum.machine.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.scenario.model.ModelNames;
import org.vinculum.swap.CommonIdentification;

/// What all SMMUs of a machine show, so that any of several models can stand for each of them.
final class Baseline {
    private Baseline() {}

    /// Values of identification registers; empty without names, so that each SMMU shows what it has.
    ///
    /// @param names of models, or families
    /// @param chosen what stands for the SMMUs, which can show no more than they have either; filters do not count
    /// @param installed best first
    /// @throws MachineRefusedException when one is not there, or they have nothing in common
    static Map<String, Long> of(
            List<String> names, List<String> chosen, List<IommuModelFactory> installed) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, IommuModelFactory> pool = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            ModelNames.find(name, installed)
                    .ifPresentOrElse(
                            model -> pool.put(model.name(), model),
                            () -> missing.add("The baseline's " + name + " is not installed."));
        }
        if (!missing.isEmpty()) {
            throw new MachineRefusedException(missing);
        }
        for (String name : chosen) {
            ModelNames.find(name, installed).ifPresent(model -> pool.put(model.name(), model));
        }
        try {
            return CommonIdentification.of(List.copyOf(pool.values()));
        } catch (IllegalArgumentException e) {
            throw new MachineRefusedException(
                    e.getMessage().lines().map(line -> "The baseline: " + line).toList());
        }
    }
}
