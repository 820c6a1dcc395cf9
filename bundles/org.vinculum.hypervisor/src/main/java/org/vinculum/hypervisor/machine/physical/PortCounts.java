package org.vinculum.hypervisor.machine.physical;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// What has gone through one port. Written by the port's thread alone, without waiting for anybody; read by any.
final class PortCounts {
    private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);

    /// Distance from what else may share a cache line, in words of 8 bytes.
    private static final int APART = 16;

    private static final int TRANSLATIONS = APART;
    private static final int HITS = APART + 1;

    private final long[] cells = new long[2 * APART + 2];

    void translated(boolean hit) {
        CELLS.setOpaque(cells, TRANSLATIONS, cells[TRANSLATIONS] + 1);
        if (hit) {
            CELLS.setOpaque(cells, HITS, cells[HITS] + 1);
        }
    }

    long translations() {
        return (long) CELLS.getOpaque(cells, TRANSLATIONS);
    }

    long hits() {
        return (long) CELLS.getOpaque(cells, HITS);
    }
}
