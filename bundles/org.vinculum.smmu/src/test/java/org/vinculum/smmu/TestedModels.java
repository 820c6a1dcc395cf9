package org.vinculum.smmu;

import java.util.Map;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// Makes whole models for tests of other packages. Says it in types that every class loader shares.
public final class TestedModels {
    private TestedModels() {}

    /// @param entries of each cache, 0 for none
    public static IommuModel of(String profile, int entries, IommuSurroundings surroundings) {
        CacheSizes sizes = new CacheSizes(entries, entries, entries, entries);
        for (SmmuProfile one : Profiles.all()) {
            if (one.name().equals(profile)) {
                return new SmmuFactory(one, TranslationEngine.maker(sizes))
                        .create(surroundings, Map.of());
            }
        }
        throw new IllegalArgumentException(profile);
    }
}
