package org.vinculum.qemu.domain;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;
import org.vinculum.live.Count;

/// What the hypervisor has counted, for people: the virtual SMMU first, then each physical one.
final class TrafficCounts {
    private TrafficCounts() {}

    static List<Count> of(GuestTraffic guest, List<HostTraffic> hosts) {
        List<Count> counts = new ArrayList<>();
        counts.add(new Count("commands of the guest", guest.commands()));
        counts.add(new Count("of these CMD_SYNC", guest.syncs()));
        counts.add(new Count("commands caused by them on hosts", guest.hostCommands()));
        counts.add(new Count("command errors shown to the guest", guest.commandErrors()));
        counts.add(new Count("events written for the guest", guest.events()));
        counts.add(new Count("events dropped", guest.eventsDropped()));
        counts.add(new Count("transactions that wait for the guest", guest.stalled()));
        counts.add(new Count("writes that left work to the scheduler", guest.exhausted()));
        hosts.forEach(host -> add(host, counts));
        return counts;
    }

    private static void add(HostTraffic host, List<Count> counts) {
        counts.add(new Count(host.path() + " commands", host.commands()));
        counts.add(new Count(host.path() + " command errors", host.commandErrors()));
        counts.add(new Count(host.path() + " events", host.events()));
        counts.add(new Count(host.path() + " translations", host.translations()));
        counts.add(new Count(host.path() + " translations remembered", host.translationHits()));
    }
}
