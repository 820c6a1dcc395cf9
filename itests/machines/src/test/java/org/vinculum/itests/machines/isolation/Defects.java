package org.vinculum.itests.machines.isolation;

import java.util.HashMap;
import java.util.Map;
import org.vinculum.hypervisor.machine.physical.Claim;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.viommu.stream.GuestStream;
import org.vinculum.viommu.stream.HostsInUse;

/// What mutants do in place of the right thing.
public final class Defects {
    private static final Map<StreamId, Claim> CLAIMS = new HashMap<>();

    private Defects() {}

    /// Knows streams by their physical ID alone, whatever the SMMU.
    public static Claim claim(Object smmu, StreamId psid) {
        Claim right = ((PhysicalSmmu) smmu).claim(psid);
        Claim first = right == null ? null : CLAIMS.putIfAbsent(psid, right);
        return first == null ? right : first;
    }

    /// Hands on what the host has recorded.
    public static Event forwarded(Object events, GuestStream stream, Words record) {
        return Event.decode(record);
    }

    /// Only the first of the hosts.
    public static int[] first(Object hosts) {
        int[] all = ((HostsInUse) hosts).inUse();
        return all.length == 0 ? all : new int[] {all[0]};
    }
}
