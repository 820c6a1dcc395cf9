package org.vinculum.iommu;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/// Makes IOMMUs of one model. A service; the models it makes are plain objects that outlive a change of the service.
@ConsumerType
public interface IommuModelFactory {
    /// The model's name, lower case, e.g. `smmuv3-3.2`, `mmu-600-r2p0`; scenarios and configurations choose by it.
    String name();

    /// The programming interface, as [org.vinculum.iommu] users compare it: `smmuv3`.
    String kind();

    /// What it can do, for people: a feature's architectural name and its value, in the order of the architecture.
    Map<String, String> features();

    /// Where it departs from the architecture, so that firmware tells drivers.
    default Set<SmmuProfile.Erratum> errata() {
        return Set.of();
    }

    /// Makes one, in the state after reset.
    ///
    /// @param identification values of identification registers to show instead of the model's own, by architectural name
    ///     (`IDR0`); they decide what the model does as the registers say it
    /// @throws IllegalArgumentException for a register it does not have, or a value that asks for what it cannot do
    IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification);

    /// The same model with nothing remembered of tables, to compare with; itself where that makes no difference.
    default IommuModelFactory withoutCaches() {
        return this;
    }
}
