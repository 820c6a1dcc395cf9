package org.vinculum.smmu;

import java.util.Map;
import java.util.Set;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.profile.FeatureTable;
import org.vinculum.smmu.state.SavedRegisters;
import org.vinculum.smmu.walk.Translation;

/// Makes SMMUs of one profile.
public final class SmmuFactory implements IommuModelFactory {
    private final SmmuProfile profile;
    private final Translation.Maker translation;
    private final Translation.Maker uncached;

    /// A factory whose models remember what `translation` makes them remember, and no other way.
    ///
    /// @throws IllegalArgumentException when the profile asks for what the engine cannot do
    public SmmuFactory(SmmuProfile profile, Translation.Maker translation) {
        this(profile, translation, translation);
    }

    /// @param uncached makes translation sides that remember nothing
    /// @throws IllegalArgumentException when the profile asks for what the engine cannot do
    SmmuFactory(SmmuProfile profile, Translation.Maker translation, Translation.Maker uncached) {
        this.profile = profile;
        this.translation = translation;
        this.uncached = uncached;
        Variant.of(profile, Map.of());
    }

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public String kind() {
        return SavedRegisters.KIND;
    }

    @Override
    public Map<String, String> features() {
        return FeatureTable.of(Variant.of(profile, Map.of()).identification());
    }

    @Override
    public Set<SmmuProfile.Erratum> errata() {
        return profile.errata();
    }

    @Override
    public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
        return new Smmu(Variant.of(profile, identification), surroundings, translation);
    }

    @Override
    public IommuModelFactory withoutCaches() {
        return new SmmuFactory(profile, uncached);
    }
}
