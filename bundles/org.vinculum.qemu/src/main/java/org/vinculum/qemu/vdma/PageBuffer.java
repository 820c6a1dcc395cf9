package org.vinculum.qemu.vdma;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Room for one page; hands out the same segment for the same length, so that a copy allocates no more after its first pages.
final class PageBuffer {
    static final int PAGE = 4096;

    private final MemorySegment page = Arena.ofAuto().allocate(PAGE, Long.BYTES);
    private final MemorySegment[] starts = new MemorySegment[PAGE + 1];

    /// Its first bytes.
    ///
    /// @param length 0 to [#PAGE]
    MemorySegment first(int length) {
        if (starts[length] == null) {
            starts[length] = page.asSlice(0, length);
        }
        return starts[length];
    }

    /// How many of some bytes are in the first one's page.
    ///
    /// @param length not negative
    static long inPage(long address, long length) {
        return Math.min(length, PAGE - (address & PAGE - 1));
    }
}
