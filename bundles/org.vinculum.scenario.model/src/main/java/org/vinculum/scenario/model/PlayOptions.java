package org.vinculum.scenario.model;

import java.util.List;
import java.util.Optional;
import org.vinculum.iommu.IommuModelFactory;

/// What scenarios are played against.
///
/// @param models best first: of two with one name the first is used
/// @param model the name of the one to use, as [ModelNames] finds it, whatever the scenarios ask for
public record PlayOptions(List<IommuModelFactory> models, Optional<String> model) {
    public PlayOptions {
        models = List.copyOf(models);
    }
}
