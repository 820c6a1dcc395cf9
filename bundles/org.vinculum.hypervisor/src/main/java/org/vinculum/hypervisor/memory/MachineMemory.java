package org.vinculum.hypervisor.memory;

import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// The RAM of a machine, which costs what is touched of it, and who has which part. Safe for use by several threads; nobody
/// waits to find RAM.
///
/// Small pieces come from the highest addresses and large ones from the lowest, so that tables leave whole blocks to guests.
public final class MachineMemory implements PhysicalMemory, AutoCloseable {
    /// Bytes of a page; everything that is allocated is whole pages.
    public static final long PAGE = 4096;

    /// What is allocated from the lowest addresses: a level 2 block.
    private static final long LARGE = 2L << 20;

    /// Addresses have 56 bits at most (IHI 0070, 3.4).
    private static final long LIMIT = 1L << 56;

    private final Arena arena = Arena.ofShared();
    private final MessageSink sink;

    /// In the order of addresses, with room between two neighbours.
    private final RamFile[] files;

    private final Ram[] rams;
    private final Extents free = new Extents();
    private final Extents used = new Extents();

    /// @param ram host physical, whole pages, none overlapping another
    /// @param sink answers writes elsewhere
    /// @throws IllegalArgumentException for anything else
    /// @throws MachineRefusedException when there is no file for it
    public MachineMemory(List<AddressRange> ram, MessageSink sink) {
        this.sink = sink;
        for (AddressRange range : ram) {
            add(range);
        }
        files = files(free.ranges());
        rams = new Ram[files.length];
        for (int i = 0; i < files.length; i++) {
            rams[i] = files[i].ram();
        }
    }

    private RamFile[] files(List<AddressRange> ranges) {
        List<RamFile> made = new ArrayList<>();
        try {
            for (AddressRange range : ranges) {
                made.add(new RamFile(range, arena));
            }
        } catch (UncheckedIOException e) {
            made.forEach(RamFile::close);
            arena.close();
            throw new MachineRefusedException(List.of("There is " + e.getMessage() + "."));
        }
        return made.toArray(RamFile[]::new);
    }

    private void add(AddressRange range) {
        long start = range.start().value();
        long size = range.size();
        boolean inside = start >= 0 && start < LIMIT && size > 0 && size <= LIMIT - start;
        if (!inside || (start | size) % PAGE != 0 || free.overlaps(start, size)) {
            throw new IllegalArgumentException("no RAM of a machine: " + range);
        }
        free.add(start, size);
    }

    /// Takes memory that nobody has.
    ///
    /// @param bytes a multiple of the page size
    /// @param alignment a power of two, at least the page size
    /// @return host physical address, zero-filled
    /// @throws MachineRefusedException when there is none
    public long allocate(long bytes, long alignment) {
        requirePages(bytes, alignment);
        if (Long.bitCount(alignment) != 1) {
            throw new IllegalArgumentException("an alignment of " + alignment);
        }
        synchronized (free) {
            long start =
                    bytes < LARGE ? free.highest(bytes, alignment) : free.lowest(bytes, alignment);
            if (start != Extents.NONE) {
                take(start, bytes);
                return start;
            }
        }
        throw new MachineRefusedException(
                List.of(
                        "No 0x%x bytes of memory are free at a multiple of 0x%x."
                                .formatted(bytes, alignment)));
    }

    /// Takes memory at an address.
    ///
    /// @param physical a multiple of the page size
    /// @param bytes a multiple of the page size
    /// @throws MachineRefusedException when it is not RAM, or not free
    public void allocateAt(long physical, long bytes) {
        requirePages(bytes, physical);
        synchronized (free) {
            if (take(physical, bytes)) {
                return;
            }
        }
        AddressRange range = AddressRange.of(physical, bytes);
        throw new MachineRefusedException(List.of("Memory at " + range + " is not free."));
    }

    private boolean take(long physical, long bytes) {
        boolean taken = free.remove(physical, bytes);
        if (taken) {
            used.add(physical, bytes);
        }
        return taken;
    }

    /// Wipes memory and gives it back. No SMMU and no guest may reach it any more.
    ///
    /// @param bytes a multiple of the page size
    /// @throws IllegalArgumentException when not all of it is allocated
    public void release(long physical, long bytes) {
        requirePages(bytes, physical);
        synchronized (free) {
            if (!used.remove(physical, bytes)) {
                throw new IllegalArgumentException(
                        "not allocated: " + AddressRange.of(physical, bytes));
            }
        }
        files[find(physical)].wipe(physical, bytes);
        synchronized (free) {
            free.add(physical, bytes);
        }
    }

    private static void requirePages(long bytes, long multiple) {
        if (bytes <= 0 || multiple < 0 || (bytes | multiple) % PAGE != 0) {
            throw new IllegalArgumentException(
                    "not whole pages: 0x%x bytes, 0x%x".formatted(bytes, multiple));
        }
    }

    /// Bytes that somebody has.
    public long allocated() {
        synchronized (free) {
            long sum = 0;
            for (AddressRange range : used.ranges()) {
                sum += range.size();
            }
            return sum;
        }
    }

    /// The same bytes at another address.
    ///
    /// @param at the address of their first byte there, a multiple of the page size
    /// @throws IllegalArgumentException when not all of them are RAM
    Ram seenAt(long at, long physical, long bytes) {
        Ram ram = ram(physical);
        if (ram == null || !ram.holds(physical, bytes)) {
            throw new IllegalArgumentException("not RAM: " + AddressRange.of(physical, bytes));
        }
        MemorySegment part = ram.segment().asSlice(physical - ram.start(), bytes);
        return new Ram(at, part);
    }

    @Override
    public Ram ram(long address) {
        int index = find(address);
        return index < 0 ? null : rams[index];
    }

    private int find(long address) {
        int low = 0;
        int high = rams.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Ram ram = rams[middle];
            if (ram.holds(address, 1)) {
                return middle;
            }
            if (Long.compareUnsigned(address, ram.start()) < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }

    @Override
    public boolean writeInt(long address, int value) {
        Ram ram = ram(address);
        if (ram == null) {
            return sink.write(address, value);
        }
        VarHandle.releaseFence();
        ram.setInt(address - ram.start(), value);
        return true;
    }

    @Override
    public void close() {
        for (RamFile file : files) {
            file.close();
        }
        arena.close();
    }
}
