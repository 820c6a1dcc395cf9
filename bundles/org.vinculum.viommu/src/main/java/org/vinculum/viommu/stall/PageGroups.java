package org.vinculum.viommu.stall;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// The groups of page requests that the guest has been asked to answer, by stream.
public final class PageGroups {
    private final Map<Integer, BitSet> open = new HashMap<>();

    /// @param group 9 bits
    public void asked(int vsid, int group) {
        open.computeIfAbsent(vsid, _ -> new BitSet()).set(group);
    }

    /// CMD_PRI_RESP.
    ///
    /// @return whether the group was open; it is not any more
    public boolean answered(int vsid, int group) {
        BitSet groups = open.get(vsid);
        boolean was = groups != null && groups.get(group);
        if (was) {
            groups.clear(group);
        }
        return was;
    }

    /// The stream is gone.
    public void drop(int vsid) {
        open.remove(vsid);
    }

    /// Those of a stream, for a saved state.
    public long[] save(int vsid) {
        BitSet groups = open.get(vsid);
        return groups == null ? new long[0] : groups.toLongArray();
    }

    /// Takes over what [#save] said.
    public void restore(int vsid, long[] saved) {
        open.put(vsid, BitSet.valueOf(saved));
    }
}
