package org.vinculum.smmu.storm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// 1 MiB at address 0, each page RAM of its own, so that a model asks for each page it turns to; counts that by thread.
final class CountingMemory implements PhysicalMemory {
    static final int SIZE = 1 << 20;
    private static final int PAGE_BITS = 12;

    private final Ram[] pages = new Ram[SIZE >>> PAGE_BITS];
    private final ThreadLocal<long[]> requests = ThreadLocal.withInitial(() -> new long[1]);

    CountingMemory() {
        MemorySegment bytes = Arena.ofAuto().allocate(SIZE, 4096);
        for (int i = 0; i < pages.length; i++) {
            long start = (long) i << PAGE_BITS;
            pages[i] = new Ram(start, bytes.asSlice(start, 1 << PAGE_BITS));
        }
    }

    @Override
    public Ram ram(long address) {
        requests.get()[0]++;
        return Long.compareUnsigned(address, SIZE) < 0
                ? pages[(int) (address >>> PAGE_BITS)]
                : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        return false;
    }

    /// Pages asked for by this thread.
    long requests() {
        return requests.get()[0];
    }

    long get(long address) {
        Ram page = pages[(int) (address >>> PAGE_BITS)];
        return page.getLongAcquire(address - page.start());
    }

    void set(long address, long... words) {
        for (int i = 0; i < words.length; i++) {
            long at = address + 8L * i;
            Ram page = pages[(int) (at >>> PAGE_BITS)];
            page.setLongRelease(at - page.start(), words[i]);
        }
    }
}
