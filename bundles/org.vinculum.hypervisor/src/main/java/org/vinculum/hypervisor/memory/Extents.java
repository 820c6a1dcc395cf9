package org.vinculum.hypervisor.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vinculum.memory.AddressRange;

/// A set of bytes in long runs, none of which touches another. Addresses are below 2^63.
final class Extents {
    /// What a search answers when there is no such place.
    static final long NONE = -1;

    /// End by start.
    private final TreeMap<Long, Long> runs = new TreeMap<>();

    /// In the order of addresses.
    List<AddressRange> ranges() {
        List<AddressRange> ranges = new ArrayList<>();
        runs.forEach((start, end) -> ranges.add(AddressRange.of(start, end - start)));
        return ranges;
    }

    /// @param size not 0; nothing of it is in the set
    void add(long start, long size) {
        long end = start + size;
        Map.Entry<Long, Long> below = runs.floorEntry(start);
        if (below != null && below.getValue() == start) {
            start = below.getKey();
        }
        Long above = runs.remove(end);
        runs.put(start, above == null ? end : above);
    }

    /// Whether something of it is in the set.
    boolean overlaps(long start, long size) {
        Map.Entry<Long, Long> last = runs.lowerEntry(start + size);
        return last != null && last.getValue() > start;
    }

    /// Takes bytes out of the set, if all of them are in it.
    ///
    /// @return whether they were
    boolean remove(long start, long size) {
        Map.Entry<Long, Long> run = runs.floorEntry(start);
        if (run == null || run.getValue() - size < start) {
            return false;
        }
        long end = run.getValue();
        if (run.getKey() == start) {
            runs.remove(start);
        } else {
            runs.put(run.getKey(), start);
        }
        if (start + size < end) {
            runs.put(start + size, end);
        }
        return true;
    }

    /// Where bytes fit, at the lowest address.
    ///
    /// @param alignment a power of two
    long lowest(long size, long alignment) {
        for (Map.Entry<Long, Long> run : runs.entrySet()) {
            long start = run.getKey() + alignment - 1 & -alignment;
            if (start >= run.getKey() && run.getValue() - size >= start) {
                return start;
            }
        }
        return NONE;
    }

    /// Where bytes fit, at the highest address.
    ///
    /// @param alignment a power of two
    long highest(long size, long alignment) {
        for (Map.Entry<Long, Long> run : runs.descendingMap().entrySet()) {
            long start = run.getValue() - size & -alignment;
            if (start >= run.getKey() && start >= 0) {
                return start;
            }
        }
        return NONE;
    }
}
