package org.vinculum.commands.models;

import java.util.Map;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;

/// A factory that is only looked at.
public class FakeModel implements IommuModelFactory {
    private final String name;
    private final Map<String, String> features;

    public FakeModel(String name, Map<String, String> features) {
        this.name = name;
        this.features = features;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, String> features() {
        return features;
    }

    @Override
    public String kind() {
        return "smmuv3";
    }

    @Override
    public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
        throw new UnsupportedOperationException();
    }
}
