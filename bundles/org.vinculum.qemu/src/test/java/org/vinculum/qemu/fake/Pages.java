package org.vinculum.qemu.fake;

import java.lang.foreign.Arena;
import org.vinculum.memory.Ram;

/// Memory for tests.
public final class Pages {
    private Pages() {}

    public static Ram of(long start, long size) {
        return new Ram(start, Arena.ofAuto().allocate(size, 4096));
    }
}
