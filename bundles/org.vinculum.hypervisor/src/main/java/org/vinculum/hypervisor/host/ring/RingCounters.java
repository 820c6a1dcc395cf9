package org.vinculum.hypervisor.host.ring;

/// What has happened to a command ring, for [org.vinculum.domain.HostTraffic]. Read by any thread, counted by one at a time.
public final class RingCounters {
    private volatile long commandErrors;
    private volatile long deviceTimeouts;
    private volatile long syncTimeouts;

    void commandError() {
        commandErrors = commandErrors + 1;
    }

    void deviceTimeout() {
        deviceTimeouts = deviceTimeouts + 1;
    }

    void syncTimeout() {
        syncTimeouts = syncTimeouts + 1;
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
