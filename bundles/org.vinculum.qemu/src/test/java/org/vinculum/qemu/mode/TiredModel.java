package org.vinculum.qemu.mode;

import java.util.Map;
import org.vinculum.iommu.ForwardedModel;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;

/// Makes models that are as they should be, and fail when there is a command to do.
record TiredModel(IommuModelFactory right) implements IommuModelFactory {
    static final String NAME = "tired";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kind() {
        return right.kind();
    }

    @Override
    public Map<String, String> features() {
        return right.features();
    }

    @Override
    public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
        return new Tired(right.create(surroundings, identification));
    }

    private static final class Tired extends ForwardedModel {
        Tired(IommuModel model) {
            super(model);
        }

        @Override
        public boolean process(int budget) {
            throw new IllegalStateException("tired of commands");
        }
    }
}
