package org.vinculum.qemu.frame;

import java.lang.foreign.Arena;
import org.vinculum.memory.Ram;

/// Memory for tests.
final class Pages {
    private Pages() {}

    static Ram of(long start, long size) {
        return new Ram(start, Arena.ofAuto().allocate(size, 4096));
    }
}
