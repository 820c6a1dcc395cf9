package org.vinculum.smmu.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.SmmuProfile;

/// A profile that we bring along.
record Profile(
        String name,
        String title,
        Map<String, Long> identification,
        CacheSizes caches,
        Set<Erratum> errata)
        implements SmmuProfile {
    Profile {
        identification = Collections.unmodifiableMap(new LinkedHashMap<>(identification));
        errata = Set.copyOf(errata);
    }
}
