package org.vinculum.smmu.walk;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.Words;

/// Memory as walks read it: eight bytes at a time, in the order of the program, nothing outside RAM.
public final class TableMemory {
    private final PhysicalMemory memory;

    /// RAM that answered lately, for whichever thread: RAM is never taken away, so any value that was right stays right.
    private Ram recent;

    public TableMemory(PhysicalMemory memory) {
        this.memory = memory;
    }

    /// The RAM that holds eight bytes; null where there is none, which is an external abort.
    ///
    /// @param address a multiple of 8
    Ram at(long address) {
        Ram ram = recent;
        if (ram == null || !ram.holds(address, Long.BYTES)) {
            ram = memory.ram(address);
            recent = ram == null ? recent : ram;
        }
        return ram;
    }

    /// Some words, each read once, the first one first; null after an external abort.
    ///
    /// @param address a multiple of 8
    /// @param count 1 or 8
    public Words fetch(long address, int count) {
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            long at = address + (long) i * Long.BYTES;
            Ram ram = at(at);
            if (ram == null) {
                return null;
            }
            words[i] = ram.getLongAcquire(at - ram.start());
        }
        return Words.of(words);
    }
}
