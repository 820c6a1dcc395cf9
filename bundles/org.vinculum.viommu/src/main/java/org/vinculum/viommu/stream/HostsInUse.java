package org.vinculum.viommu.stream;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.vinculum.domain.HostSmmu;

/// The physical SMMUs behind a virtual one: which hold streams of it now, and which have been given commands since the
/// guest's last CMD_SYNC.
public final class HostsInUse {
    private final List<HostSmmu> hosts;
    private final BitSet stale = new BitSet();
    private final BitSet touched = new BitSet();
    private int[] streams = {};
    private int[] inUse = {};

    /// @param hosts may grow
    public HostsInUse(List<HostSmmu> hosts) {
        this.hosts = hosts;
    }

    public HostSmmu get(int host) {
        return hosts.get(host);
    }

    /// Those that hold streams, in ascending order; not to be changed.
    public int[] inUse() {
        return inUse;
    }

    void join(int host) {
        if (host >= streams.length) {
            streams = Arrays.copyOf(streams, host + 1);
        }
        streams[host]++;
        recount();
    }

    /// With its last stream a host leaves the reach of the guest's invalidations, and may remember what they would have hit.
    void leave(int host) {
        streams[host]--;
        if (streams[host] == 0) {
            stale.set(host);
        }
        recount();
    }

    private void recount() {
        int[] found = new int[streams.length];
        int count = 0;
        for (int host = 0; host < streams.length; host++) {
            if (streams[host] > 0) {
                found[count++] = host;
            }
        }
        inUse = Arrays.copyOf(found, count);
    }

    /// A state has been taken over. What its owner gave to the hosts may not be complete yet, so that the next CMD_SYNC has to
    /// wait for it; and hosts that hold no streams now may have held some before.
    void takenOver() {
        for (int host = 0; host < hosts.size(); host++) {
            boolean used = host < streams.length && streams[host] > 0;
            touched.set(host, used);
            stale.set(host, !used);
        }
    }

    /// Whether a host missed invalidations while it held no stream.
    boolean stale(int host) {
        return stale.get(host);
    }

    void fresh(int host) {
        stale.clear(host);
    }

    /// A command has been given that the guest's next CMD_SYNC has to wait for.
    public void touch(int host) {
        touched.set(host);
    }

    /// The first host from a place on that has been given such a command; -1 when there is none.
    public int touchedFrom(int host) {
        return touched.nextSetBit(host);
    }

    /// A CMD_SYNC stands behind all such commands.
    public void covered(int host) {
        touched.clear(host);
    }
}
