package org.vinculum.itests.linux.fault;

import java.util.Optional;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.smmu.walk.Translation;

/// Our models with a fault in their side that translates.
final class FaultyModels {
    private FaultyModels() {}

    static Optional<IommuModelFactory> of(String name, Fault fault) {
        for (SmmuProfile profile : Profiles.all()) {
            if (profile.name().equals(name)) {
                return Optional.of(new SmmuFactory(profile, maker(profile, fault)));
            }
        }
        return Optional.empty();
    }

    private static Translation.Maker maker(SmmuProfile profile, Fault fault) {
        Translation.Maker right = TranslationEngine.maker(profile.caches());
        return (identification, memory, control, faults) ->
                fault.translation(
                        right.make(identification, memory, control, fault.reports(faults)));
    }
}
