package org.vinculum.iommu;

import java.util.List;

/// A saved state uses features that the model asked to take it over does not have.
public final class UnsupportedStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> features;

    /// @param features architectural names of what is in use and lacking, at least one
    public UnsupportedStateException(String model, List<String> features) {
        super(model + " lacks what the state uses: " + String.join(", ", features));
        this.features = List.copyOf(features);
    }

    public List<String> features() {
        return features;
    }
}
