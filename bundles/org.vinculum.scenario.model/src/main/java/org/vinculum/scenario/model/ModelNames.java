package org.vinculum.scenario.model;

import java.util.List;
import java.util.Optional;
import org.vinculum.iommu.IommuModelFactory;

/// Finds a model by the name or family that a scenario or a user gives.
public final class ModelNames {
    /// The family that a scenario means when it gives none.
    public static final String DEFAULT_FAMILY = "smmuv3";

    private ModelNames() {}

    /// The model of that name, or of a family the one with the highest version: `smmuv3` is `smmuv3-3.3` where there is no
    /// `smmuv3-3.4`.
    ///
    /// @param models best first
    public static Optional<IommuModelFactory> find(String name, List<IommuModelFactory> models) {
        for (IommuModelFactory model : models) {
            if (model.name().equals(name)) {
                return Optional.of(model);
            }
        }
        return highest(name + "-", models);
    }

    private static Optional<IommuModelFactory> highest(
            String prefix, List<IommuModelFactory> models) {
        IommuModelFactory highest = null;
        for (IommuModelFactory model : models) {
            if (isVersion(prefix, model)
                    && (highest == null || version(prefix, model) > version(prefix, highest))) {
                highest = model;
            }
        }
        return Optional.ofNullable(highest);
    }

    private static boolean isVersion(String prefix, IommuModelFactory model) {
        return model.name().startsWith(prefix) && version(prefix, model) >= 0;
    }

    /// Major and minor number as one; -1 when the rest of the name is something else.
    private static long version(String prefix, IommuModelFactory model) {
        String[] numbers = model.name().substring(prefix.length()).split("\\.", -1);
        try {
            return numbers.length == 2
                    ? Integer.parseUnsignedInt(numbers[0]) * 0x1_0000_0000L
                            + Integer.parseUnsignedInt(numbers[1])
                    : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
