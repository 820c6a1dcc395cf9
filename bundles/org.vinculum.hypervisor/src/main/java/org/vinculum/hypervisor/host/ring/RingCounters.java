package org.vinculum.hypervisor.host.ring;

/// What has happened to a command ring, for [org.vinculum.domain.HostTraffic]. Belongs to whoever holds the lock of the
/// SMMU.
public final class RingCounters {
    private long commandErrors;
    private long deviceTimeouts;
    private long syncTimeouts;

    void commandError() {
        commandErrors++;
    }

    void deviceTimeout() {
        deviceTimeouts++;
    }

    void syncTimeout() {
        syncTimeouts++;
    }

    public long commandErrors() {
        return commandErrors;
    }

    public long deviceTimeouts() {
        return deviceTimeouts;
    }

    public long syncTimeouts() {
        return syncTimeouts;
    }
}
