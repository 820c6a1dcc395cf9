package org.vinculum.hypervisor.host;

import org.vinculum.hypervisor.host.table.StreamRights;
import org.vinculum.memory.StreamId;

/// A stream that a domain has.
final class OwnedStream {
    private final StreamId psid;
    private final DomainSmmu owner;
    private final StreamRights rights;
    private final long entry;
    private boolean cached;

    /// @param entry host physical address of its STE
    OwnedStream(StreamId psid, DomainSmmu owner, StreamRights rights, long entry) {
        this.psid = psid;
        this.owner = owner;
        this.rights = rights;
        this.entry = entry;
    }

    StreamId psid() {
        return psid;
    }

    DomainSmmu owner() {
        return owner;
    }

    StreamRights rights() {
        return rights;
    }

    long entry() {
        return entry;
    }

    /// Its device has been allowed to ask for translations.
    void mayCache() {
        cached = true;
    }

    /// Whether its device may hold translations.
    boolean cached() {
        return cached;
    }
}
