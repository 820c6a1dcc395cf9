package org.vinculum.hypervisor.host;

import org.vinculum.hypervisor.host.ring.CommandRing;

/// Waits until an SMMU has done what memory is given away on. Belongs to whoever holds the lock of the SMMU.
final class Completion {
    private final String path;
    private final CommandRing ring;

    Completion(String path, CommandRing ring) {
        this.path = path;
        this.ring = ring;
    }

    String path() {
        return path;
    }

    /// Until everything that was commanded is complete.
    ///
    /// @throws IllegalStateException when the SMMU does not get on
    void all() {
        if (!ring.settled()) {
            of(ring.appendSync(null));
        }
    }

    /// Until a sync is complete.
    ///
    /// @throws IllegalStateException when the SMMU does not get on
    void of(long sync) {
        if (!ring.await(sync)) {
            throw stuck();
        }
    }

    IllegalStateException stuck() {
        return new IllegalStateException(path + " does not complete its commands");
    }
}
