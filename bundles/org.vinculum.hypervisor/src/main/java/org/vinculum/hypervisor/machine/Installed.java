package org.vinculum.hypervisor.machine;

import java.util.Optional;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.iommu.IommuModelFactory;

/// What others have brought, by name; asked at the moment of use.
public interface Installed {
    Optional<IommuModelFactory> model(String name);

    Optional<VirtualIommuType> virtualIommu(String name);

    Optional<SchedulingPolicy> policy(String name);
}
