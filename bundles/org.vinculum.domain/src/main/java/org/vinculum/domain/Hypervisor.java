package org.vinculum.domain;

import org.osgi.annotation.versioning.ProviderType;

/// Takes machines into operation. A service.
@ProviderType
public interface Hypervisor {
    /// Makes the machine's RAM and SMMUs, and brings every SMMU up with all streams aborting.
    ///
    /// @throws MachineRefusedException when an SMMU's model is not installed or does not come up, or frames and RAM overlap
    Machine start(MachineDescription description);
}
