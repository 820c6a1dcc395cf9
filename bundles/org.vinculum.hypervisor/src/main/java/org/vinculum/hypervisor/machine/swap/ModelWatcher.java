package org.vinculum.hypervisor.machine.swap;

import org.vinculum.iommu.IommuModelFactory;

/// Learns which models come and go.
public interface ModelWatcher {
    /// One is there, or is preferred to others that it was not preferred to before. Returns at once.
    void came(IommuModelFactory model);

    /// One goes: it is not to be found any more. On return, nothing it has made is in use but as an object whose maker has
    /// gone.
    void gone(IommuModelFactory model);

    /// Something may have changed without having been told.
    void look();
}
