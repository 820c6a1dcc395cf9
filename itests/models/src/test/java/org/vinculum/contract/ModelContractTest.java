package org.vinculum.contract;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;
import org.vinculum.tck.SmmuProfileContract;
import org.vinculum.tck.SmmuV3ModelContract;

/// Every profile that we bring, and its model, through the door that vendors use.
@ParameterizedClass(name = "{0}")
@MethodSource("names")
class ModelContractTest extends SmmuV3ModelContract {
    @Parameter String name;

    static List<String> names() {
        return Profiles.all().stream().map(SmmuProfile::name).toList();
    }

    private SmmuProfile profile() {
        return Profiles.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected IommuModelFactory factory() {
        SmmuProfile profile = profile();
        return new SmmuFactory(profile, TranslationEngine.maker(profile.caches()));
    }

    @Nested
    class AsData extends SmmuProfileContract {
        @Override
        protected SmmuProfile profile() {
            return ModelContractTest.this.profile();
        }
    }
}
