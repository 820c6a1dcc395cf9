package org.vinculum.domain;

import java.util.List;
import org.vinculum.iommu.SavedState;

/// The state of a domain's virtual IOMMUs, in JDK types only, so that another hypervisor in another process can take it over.
///
/// @param version of this description, 1
/// @param viommus in the order of [DomainDescription#viommus()]
public record DomainState(int version, String domain, List<SavedState> viommus) {
    public static final int VERSION = 1;

    public DomainState {
        viommus = List.copyOf(viommus);
    }
}
