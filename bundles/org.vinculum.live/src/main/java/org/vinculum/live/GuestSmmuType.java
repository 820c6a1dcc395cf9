package org.vinculum.live;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.vinculum.iommu.SmmuProfile.Erratum;

/// Makes SMMUs for live guests. A service; `vinculum linux --mode` chooses by name.
@ConsumerType
public interface GuestSmmuType {
    /// Lower case, e.g. `virtual`, `physical`.
    String name();

    /// What a guest has with it, one line for people.
    String title();

    /// @throws LiveGuestRefusedException when there is no such model, or it cannot be as described
    GuestSmmu create(GuestSmmuDescription description);

    /// What the guest's firmware has to tell of such an SMMU; nothing where it is as the architecture says.
    ///
    /// @param model as [GuestSmmuDescription#model()]
    default Set<Erratum> errata(String model) {
        return Set.of();
    }
}
