package org.vinculum.itests.machines.isolation;

import java.util.Arrays;

/// Which guest has the stream at each place behind each SMMU now: what was asked of the hypervisor, not what it does.
final class Places {
    static final int NOBODY = -1;

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

    void leave(int guest) {
        for (int[] some : guests) {
            for (int i = 0; i < some.length; i++) {
                some[i] = some[i] == guest ? NOBODY : some[i];
            }
        }
    }
}
