package org.vinculum.guest.device;

import java.util.concurrent.ConcurrentHashMap;
import org.vinculum.iommu.Endpoints.Release;

/// What has become of stalled transactions. Told from any thread, sometimes before the device knows that it waits.
final class Releases {
    private final ConcurrentHashMap<Integer, Release> released = new ConcurrentHashMap<>();

    void release(int stag, Release how) {
        released.put(stag, how);
    }

    /// @return null while it still waits
    Release take(int stag) {
        return released.remove(stag);
    }
}
