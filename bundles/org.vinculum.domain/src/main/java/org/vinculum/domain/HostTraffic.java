package org.vinculum.domain;

/// What has gone through a physical SMMU since it came up. Counters only grow, but for the last component.
///
/// @param path [MachineDescription.Smmu#path()]
/// @param commands written to its ring
/// @param syncs CMD_SYNCs among them
/// @param commandErrors times its command queue stopped, whatever the reason
/// @param deviceTimeouts CERROR_ATC_INV_SYNC among them: a device did not answer an invalidation
/// @param syncTimeouts CMD_SYNCs that did not complete in time
/// @param events taken from its event queue
/// @param eventsUnclaimed events of streams that no domain has
/// @param overflows of its event queue
/// @param translations of transactions asked for
/// @param translationHits translations that came from what the SMMU remembered
/// @param waiting commands in its ring now
public record HostTraffic(
        String path,
        long commands,
        long syncs,
        long commandErrors,
        long deviceTimeouts,
        long syncTimeouts,
        long events,
        long eventsUnclaimed,
        long overflows,
        long translations,
        long translationHits,
        int waiting) {}
