package org.vinculum.domain;

/// What has gone through a virtual IOMMU since it was made. Counters only grow, but for the last two components.
///
/// @param commands guest commands consumed
/// @param syncs CMD_SYNCs among them
/// @param hostCommands commands that they caused on host rings
/// @param commandErrors times its command queue stopped with an error
/// @param registerReads by the guest
/// @param registerWrites by the guest
/// @param exhausted times a register write left work to the scheduler because the budget or the domain's share was used up
/// @param waited host commands of other domains that were executed while this one's were ready and waited
/// @param events records written to the guest's event queue
/// @param eventsDropped records lost to overflow or to the rate limit, each time with OVFLG told to the guest
/// @param waitNanos nanoseconds that ready commands waited for their turn, all together
/// @param waiting commands in the guest's ring now
/// @param stalled transactions that wait for the guest now
public record GuestTraffic(
        long commands,
        long syncs,
        long hostCommands,
        long commandErrors,
        long registerReads,
        long registerWrites,
        long exhausted,
        long waited,
        long events,
        long eventsDropped,
        long waitNanos,
        int waiting,
        int stalled) {}
