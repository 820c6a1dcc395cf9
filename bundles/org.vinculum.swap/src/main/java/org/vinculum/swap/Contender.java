package org.vinculum.swap;

import java.util.Objects;
import org.vinculum.iommu.IommuModelFactory;

/// Who may stand in a place: a maker of models, and which of several that are alike.
///
/// @param version of the service, for people; empty where it has none
public record Contender(IommuModelFactory factory, String version) {
    public Contender {
        Objects.requireNonNull(factory);
        Objects.requireNonNull(version);
    }

    /// Name and version, `smmuv3-3.2 0.1.0`.
    public String title() {
        return version.isEmpty() ? name() : name() + " " + version;
    }

    /// Of a broken one the class.
    private String name() {
        try {
            return factory.name();
        } catch (RuntimeException | LinkageError _) {
            return factory.getClass().getName();
        }
    }
}
