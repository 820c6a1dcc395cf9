package org.vinculum.smmu.isolation;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The hypervisor's tables for one domain. Remembers what it has written, to take it back.
final class Stage2Tables {
    private static final long AREA = WatchedMemory.HYPERVISOR + 0x10_0000;
    private static final int LOG2_START_AREA = 20;
    private static final long NEXT = WatchedMemory.HYPERVISOR + 0x20_0000;
    private static final int NEXT_BYTES = 4 << 20;

    private static final long TABLE = 3;
    private static final long PAGE = 3;
    private static final long BLOCK = 1;
    private static final long NORMAL = 0xf << 2;
    private static final long READABLE = 1 << 6;
    private static final long WRITABLE = 1 << 7;
    private static final long INNER_SHAREABLE = 3 << 8;
    private static final long ACCESSED = 1 << 10;

    private final WatchedMemory memory;
    private final Stage2Shape shape;
    private final long base;
    private int tables;
    private long[] slots = new long[64];
    private long[] before = new long[64];
    private int written;

    Stage2Tables(WatchedMemory memory, Stage2Shape shape, SplittableRandom random) {
        this.memory = memory;
        this.shape = shape;
        int size = shape.log2StartBytes();
        this.base = AREA + ((long) random.nextInt(1 << LOG2_START_AREA - size) << size);
    }

    /// Which of the places for tables is used next.
    void startAt(int place) {
        tables = place;
    }

    long base() {
        return base;
    }

    /// Makes descriptors for a mapping.
    ///
    /// @param leaf address bits that one descriptor maps
    /// @param more bits of the descriptors besides
    /// @param accessed whether the access flag is set
    /// @return false when tables are exhausted or another mapping is in the way
    boolean map(Mapping mapping, int leaf, long more, boolean accessed) {
        for (long at = 0; at < mapping.size(); at += 1L << leaf) {
            long slot = slot(mapping.ipa() + at, leaf);
            if (slot == 0 || (read(slot) & 1) != 0) {
                return false;
            }
            write(slot, descriptor(mapping, mapping.pa() + at, leaf, more, accessed));
        }
        return true;
    }

    private long descriptor(Mapping mapping, long pa, int leaf, long more, boolean accessed) {
        return shape.coded(pa)
                | (leaf == shape.pageBits() ? PAGE : BLOCK)
                | NORMAL
                | (mapping.readable() ? READABLE : 0)
                | (mapping.writable() && (more & Hypervisor.DIRTY_MANAGED) == 0 ? WRITABLE : 0)
                | (shape.wide() ? 0 : INNER_SHAREABLE)
                | (accessed ? ACCESSED : 0)
                | more;
    }

    /// Invalidates the descriptors of a mapping; they keep all their other bits.
    void unmap(Mapping mapping, int leaf) {
        for (long at = 0; at < mapping.size(); at += 1L << leaf) {
            long slot = slot(mapping.ipa() + at, leaf);
            write(slot, read(slot) & ~1L);
        }
    }

    private long slot(long ipa, int leaf) {
        int shift = shape.startShift();
        long at = base + (ipa >>> shift << 3);
        while (shift > leaf) {
            long entry = read(at);
            if ((entry & 1) == 0) {
                long next = newTable();
                if (next == 0) {
                    return 0;
                }
                entry = shape.coded(next) | TABLE;
                write(at, entry);
            } else if ((entry & 2) == 0) {
                return 0;
            }
            shift -= shape.stride();
            long table = entry & 0xffff_ffffL & -1L << shape.pageBits();
            at = table + ((ipa >>> shift & (1L << shape.stride()) - 1) << 3);
        }
        return at;
    }

    private long newTable() {
        long offset = (long) tables++ << shape.pageBits();
        return offset < NEXT_BYTES ? NEXT + offset : 0;
    }

    private long read(long slot) {
        long word = memory.get(slot);
        return shape.bigEndian() ? Long.reverseBytes(word) : word;
    }

    private void write(long slot, long value) {
        if (written == slots.length) {
            slots = Arrays.copyOf(slots, 2 * written);
            before = Arrays.copyOf(before, 2 * written);
        }
        slots[written] = slot;
        before[written++] = memory.get(slot);
        memory.set(slot, shape.bigEndian() ? Long.reverseBytes(value) : value);
    }

    /// Takes everything back.
    void clear() {
        while (written > 0) {
            written--;
            memory.set(slots[written], before[written]);
        }
    }
}
