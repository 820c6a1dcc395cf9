package org.vinculum.machine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vinculum.domain.Machine;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.firmware.Iommu;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.machine.host.ModelChoice;
import org.vinculum.machine.news.News;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// Has the SMMUs of a machine in operation swapped to what the user says now, and again when what was refused may have
/// become possible.
final class ModelSwaps {
    /// What could not be done.
    ///
    /// @param asked in the user's words
    /// @param choice the machine's, which stayed
    private record Refused(Iommu.SmmuV3 smmu, String asked, String choice, List<String> reasons) {}

    private final Machine machine;
    private final List<Iommu.SmmuV3> smmus;
    private final News news;
    private final Map<String, Refused> refused = new TreeMap<>();
    private ModelChoice choice;

    /// @param smmus of the machine
    /// @param choice by which it was made
    ModelSwaps(Machine machine, List<Iommu.SmmuV3> smmus, ModelChoice choice, News news) {
        this.machine = machine;
        this.smmus = List.copyOf(smmus);
        this.choice = choice;
        this.news = news;
    }

    /// Swaps each SMMU of which the user says something else than before; what somebody else chose for the others stays.
    ///
    /// @param installed best first
    void choose(ModelChoice wanted, List<IommuModelFactory> installed) {
        ModelChoice before = choice;
        choice = wanted;
        for (Iommu.SmmuV3 smmu : smmus) {
            String asked = wanted.asked(smmu, installed);
            if (!asked.equals(before.asked(smmu, installed))) {
                refused.remove(smmu.path());
                swap(smmu, installed);
            }
        }
    }

    /// Tries again what was refused, unless somebody has chosen another model there since.
    ///
    /// @param installed best first
    void retry(List<IommuModelFactory> installed) {
        for (Refused waiting : new ArrayList<>(refused.values())) {
            if (chosen(waiting.smmu()).equals(waiting.choice())) {
                swap(waiting.smmu(), installed);
            } else {
                refused.remove(waiting.smmu().path());
            }
        }
    }

    private void swap(Iommu.SmmuV3 smmu, List<IommuModelFactory> installed) {
        String model = choice.of(smmu, installed);
        try {
            SwapReport report = machine.swap(smmu.path(), model);
            refused.remove(smmu.path());
            news.tell(smmu.path() + " is " + report.to() + " now, as the configuration says");
        } catch (SwapRefusedException e) {
            refuse(smmu, model, e.reasons());
        } catch (RuntimeException e) {
            refuse(smmu, model, List.of("A fault of ours or a vendor's: " + e));
        }
    }

    private void refuse(Iommu.SmmuV3 smmu, String model, List<String> reasons) {
        Refused now = new Refused(smmu, model, chosen(smmu), List.copyOf(reasons));
        if (!now.equals(refused.put(smmu.path(), now))) {
            reasons.forEach(reason ->
                    news.warn(smmu.path() + " is not swapped to '" + model + "': " + reason));
        }
    }

    private String chosen(Iommu.SmmuV3 smmu) {
        return machine.models().stream()
                .filter(place -> place.smmu().equals(smmu.path()))
                .map(ModelInPlace::choice)
                .findFirst()
                .orElse("");
    }
}
