package org.vinculum.itests.machines.isolation;

import java.util.Arrays;

/// Which guest has the stream at each place behind each SMMU now, and who is shown a window: what was asked of the hypervisor, not what it does.
final class Places {
    static final int NOBODY = -1;

    private final boolean[] windows = new boolean[Topology.GUESTS];
    private final int[][] guests = new int[Topology.SMMUS][Topology.SLOTS];

    Places() {
        for (int[] some : guests) {
            Arrays.fill(some, NOBODY);
        }
    }

    int guest(int smmu, int slot) {
        return guests[smmu][slot];
    }

    void put(int smmu, int slot, int guest) {
        guests[smmu][slot] = guest;
    }

    /// Whether a guest is shown its window.
    boolean window(int guest) {
        return guest < windows.length && windows[guest];
    }

    void window(int guest, boolean shown) {
        windows[guest] = shown;
    }

    void leave(int guest) {
        windows[guest] = false;
        for (int[] some : guests) {
            for (int i = 0; i < some.length; i++) {
                some[i] = some[i] == guest ? NOBODY : some[i];
            }
        }
    }
}
