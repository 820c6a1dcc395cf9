package org.vinculum.hypervisor.host.ring;

import org.vinculum.hypervisor.recording.HostCommandError;
import org.vinculum.hypervisor.recording.HostSyncTimeout;

/// What has happened to a command ring, for [org.vinculum.domain.HostTraffic]. Belongs to whoever holds the lock of the
/// SMMU.
public final class RingCounters {
    private final String path;
    private long commandErrors;
    private long deviceTimeouts;
    private long syncTimeouts;

    /// @param path of the SMMU
    RingCounters(String path) {
        this.path = path;
    }

    /// @param code of CMDQ_CONS
    /// @param position of the command that it stopped at
    void commandError(int code, long position) {
        commandErrors++;
        HostCommandError.stopped(path, code, position);
    }

    void deviceTimeout() {
        deviceTimeouts++;
    }

    /// @param number of the sync that is next
    void syncTimeout(long number) {
        syncTimeouts++;
        HostSyncTimeout.late(path, number);
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
