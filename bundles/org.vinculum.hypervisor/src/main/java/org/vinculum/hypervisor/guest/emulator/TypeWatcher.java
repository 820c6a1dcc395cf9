package org.vinculum.hypervisor.guest.emulator;

import org.vinculum.domain.VirtualIommuType;

/// Learns which types of virtual IOMMUs come and go.
public interface TypeWatcher {
    /// One is there, or is preferred to others that it was not preferred to before. Returns at once.
    void came(VirtualIommuType type);

    /// One goes: it is not to be found any more. On return, nothing it has made is in use but as an object whose maker has
    /// gone.
    void gone(VirtualIommuType type);
}
