package org.vinculum.smmu.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.smmu.spec.Bits;

/// Puts the identification registers of a profile together, field by field.
final class ProfileBuilder {
    private final Map<String, Long> registers = new LinkedHashMap<>();
    private CacheSizes caches = CacheSizes.ORDINARY;

    /// Sets a field.
    ///
    /// @throws IllegalArgumentException when the value needs more bits
    ProfileBuilder with(String register, Bits field, int value) {
        registers.merge(
                register, field.of(value), (before, added) -> before & ~field.mask() | added);
        return this;
    }

    /// Sets fields of one bit each.
    ProfileBuilder with(String register, Bits... fields) {
        for (Bits field : fields) {
            with(register, field, 1);
        }
        return this;
    }

    /// Sets a whole register.
    ProfileBuilder value(String register, long value) {
        registers.put(register, value);
        return this;
    }

    /// Sets how much it remembers.
    ProfileBuilder caches(CacheSizes sizes) {
        caches = sizes;
        return this;
    }

    SmmuProfile build(String name, String title, Erratum... errata) {
        return new Profile(name, title, registers, caches, Set.of(errata));
    }
}
