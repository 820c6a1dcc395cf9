package org.vinculum.live;

import org.osgi.annotation.versioning.ConsumerType;

/// Makes SMMUs for live guests. A service; `vinculum linux --mode` chooses by name.
@ConsumerType
public interface GuestSmmuType {
    /// Lower case, e.g. `virtual`, `physical`.
    String name();

    /// What a guest has with it, one line for people.
    String title();

    /// @throws LiveGuestRefusedException when there is no such model, or it cannot be as described
    GuestSmmu create(GuestSmmuDescription description);
}
