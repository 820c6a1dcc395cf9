package org.vinculum.itests.machines.isolation;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile;

/// Makes SMMUs that are not as fast as they could be.
record SlowFactory(IommuModelFactory models, SplittableRandom random, Ghosts ghosts)
        implements IommuModelFactory {
    @Override
    public String name() {
        return models.name();
    }

    @Override
    public String kind() {
        return models.kind();
    }

    @Override
    public Map<String, String> features() {
        return models.features();
    }

    @Override
    public Set<SmmuProfile.Erratum> errata() {
        return models.errata();
    }

    @Override
    public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
        return new SlowModel(
                models.create(surroundings, identification),
                random,
                state -> ghosts.leaves(state, surroundings));
    }
}
