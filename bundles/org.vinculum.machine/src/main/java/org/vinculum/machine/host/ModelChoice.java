package org.vinculum.machine.host;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.firmware.Iommu;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.scenario.model.ModelNames;

/// Which model stands for a physical SMMU: what the user says of it, what its firmware's errata betray, or the one for all.
///
/// @param models names by the SMMU's path
/// @param otherwise a name, or a family as `smmuv3`, of which the highest is taken
public record ModelChoice(Map<String, String> models, String otherwise) {
    private static final Map<String, String> BY_ERRATUM =
            Map.of(
                    "hisilicon,broken-prefetch-cmd", "hi161x",
                    "cavium,cn9900-broken-page1-regspace", "thunderx2");

    public ModelChoice {
        models = Map.copyOf(models);
    }

    /// The name of a model that is installed, or the name asked for when none is.
    ///
    /// @param installed best first
    String of(Iommu.SmmuV3 smmu, List<IommuModelFactory> installed) {
        String name = models.get(smmu.path());
        if (name == null) {
            name = betrayed(smmu.errata(), installed);
        }
        String asked = name == null ? otherwise : name;
        return ModelNames.find(asked, installed).map(IommuModelFactory::name).orElse(asked);
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
