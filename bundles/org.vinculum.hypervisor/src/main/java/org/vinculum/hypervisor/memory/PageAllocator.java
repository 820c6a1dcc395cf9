package org.vinculum.hypervisor.memory;

import java.util.List;
import org.vinculum.memory.AddressRange;

/// Who has which pages. Safe for use by several threads.
///
/// Small pieces come from the highest addresses and large ones from the lowest, so that tables leave whole blocks to guests.
final class PageAllocator {
    /// What is taken from the lowest addresses: a level 2 block.
    private static final long LARGE = 2L << 20;

    private final Extents free = new Extents();
    private final Extents used = new Extents();

    /// @param ram whole pages, none overlapping another
    PageAllocator(List<AddressRange> ram) {
        for (AddressRange range : ram) {
            free.add(range.start().value(), range.size());
        }
    }

    /// @return where, or [Extents#NONE]
    synchronized long allocate(long bytes, long alignment) {
        long start = bytes < LARGE ? free.highest(bytes, alignment) : free.lowest(bytes, alignment);
        if (start != Extents.NONE) {
            allocateAt(start, bytes);
        }
        return start;
    }

    /// @return whether all of it was free
    synchronized boolean allocateAt(long physical, long bytes) {
        boolean taken = free.remove(physical, bytes);
        if (taken) {
            used.add(physical, bytes);
        }
        return taken;
    }

    /// Takes pages from who has them; nobody else gets them yet.
    ///
    /// @return whether all of it was allocated
    synchronized boolean withdraw(long physical, long bytes) {
        return used.remove(physical, bytes);
    }

    /// Lets others have what was withdrawn.
    synchronized void free(long physical, long bytes) {
        free.add(physical, bytes);
    }

    /// Bytes that somebody has.
    synchronized long allocated() {
        long sum = 0;
        for (AddressRange range : used.ranges()) {
            sum += range.size();
        }
        return sum;
    }
}
