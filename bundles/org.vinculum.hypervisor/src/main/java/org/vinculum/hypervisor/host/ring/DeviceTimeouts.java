package org.vinculum.hypervisor.host.ring;

/// Learns that one of its devices did not answer an invalidation.
@FunctionalInterface
public interface DeviceTimeouts {
    /// Nobody to tell.
    DeviceTimeouts UNHEARD = sync -> {};

    /// @param sync number of the CMD_SYNC that followed the CMD_ATC_INV
    void timedOut(long sync);
}
