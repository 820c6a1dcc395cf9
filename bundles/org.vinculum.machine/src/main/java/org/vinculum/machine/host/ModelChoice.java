package org.vinculum.machine.host;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.firmware.Iommu;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.scenario.model.ModelNames;

/// Which model stands for a physical SMMU: what the user says of it, what its firmware's errata betray, or the one for all.
///
/// @param models by the SMMU's path, as `otherwise`
/// @param otherwise a name, a family as `smmuv3`, of which the highest is taken, or a filter over the properties of models'
///     services
public record ModelChoice(Map<String, String> models, String otherwise) {
    private static final Map<String, String> BY_ERRATUM =
            Map.of(
                    "hisilicon,broken-prefetch-cmd", "hi161x",
                    "cavium,cn9900-broken-page1-regspace", "thunderx2");

    public ModelChoice {
        models = Map.copyOf(models);
    }

    /// The name of a model that is installed, the filter, or the name asked for when no such model is installed.
    ///
    /// @param installed best first
    public String of(Iommu.SmmuV3 smmu, List<IommuModelFactory> installed) {
        String asked = asked(smmu, installed);
        return ModelNames.find(asked, installed).map(IommuModelFactory::name).orElse(asked);
    }

    /// What is asked for in the words of whoever asks, so that two choices can be compared.
    ///
    /// @param installed best first
    public String asked(Iommu.SmmuV3 smmu, List<IommuModelFactory> installed) {
        String name = models.get(smmu.path());
        if (name == null) {
            name = betrayed(smmu.errata(), installed);
        }
        return name == null ? otherwise : name;
    }

    private static String betrayed(Set<String> errata, List<IommuModelFactory> installed) {
        for (String erratum : errata) {
            String name = BY_ERRATUM.get(erratum);
            if (name != null && ModelNames.find(name, installed).isPresent()) {
                return name;
            }
        }
        return null;
    }
}
