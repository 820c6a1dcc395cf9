package org.vinculum.hypervisor.memory;

import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// The RAM of a machine, which costs what is touched of it, and who has which part. Safe for use by several threads; nobody
/// waits to find RAM.
public final class MachineMemory implements PhysicalMemory, AutoCloseable {
    /// Bytes of a page; everything that is allocated is whole pages.
    public static final long PAGE = 4096;

    /// Addresses have 56 bits at most (IHI 0070, 3.4).
    private static final long LIMIT = 1L << 56;

    private final Arena arena = Arena.ofShared();
    private final MessageSink sink;

    /// No two are neighbours: what is allocated lies in one.
    private final List<RamFile> files;

    private final RamMap map;
    private final PageAllocator pages;

    /// Without RAM that others reach.
    ///
    /// @param ram as below
    /// @throws IllegalArgumentException as below
    /// @throws MachineRefusedException as below
    public MachineMemory(List<AddressRange> ram, MessageSink sink) {
        this(ram, List.of(), sink);
    }

    /// @param ram host physical, whole pages, none overlapping another
    /// @param shared what others reach too, none overlapping another or RAM: it is found, but nobody gets it by
    ///     [#allocate], it is not wiped, and it stays when everything else is taken away
    /// @param sink answers writes elsewhere
    /// @throws IllegalArgumentException for anything else
    /// @throws MachineRefusedException when there is no file for it
    public MachineMemory(List<AddressRange> ram, List<Ram> shared, MessageSink sink) {
        this.sink = sink;
        Extents pieces = new Extents();
        ram.forEach(range -> add(range, pieces));
        List<AddressRange> own = pieces.ranges();
        shared.forEach(other -> add(AddressRange.of(other.start(), other.size()), pieces));
        this.pages = new PageAllocator(own);
        this.files = files(own);
        List<Ram> all = new ArrayList<>(shared);
        files.forEach(file -> all.add(file.ram()));
        this.map = new RamMap(all);
    }

    private static void add(AddressRange range, Extents pieces) {
        long start = range.start().value();
        long size = range.size();
        boolean inside = start >= 0 && start < LIMIT && size > 0 && size <= LIMIT - start;
        if (!inside || (start | size) % PAGE != 0 || pieces.overlaps(start, size)) {
            throw new IllegalArgumentException("no RAM of a machine: " + range);
        }
        pieces.add(start, size);
    }

    private List<RamFile> files(List<AddressRange> ranges) {
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
        return made;
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
        long start = pages.allocate(bytes, alignment);
        if (start == Extents.NONE) {
            throw new MachineRefusedException(
                    List.of(
                            "No 0x%x bytes of memory are free at a multiple of 0x%x."
                                    .formatted(bytes, alignment)));
        }
        return start;
    }

    /// Takes memory at an address.
    ///
    /// @param physical a multiple of the page size
    /// @param bytes a multiple of the page size
    /// @throws MachineRefusedException when it is not RAM, or not free
    public void allocateAt(long physical, long bytes) {
        requirePages(bytes, physical);
        if (!pages.allocateAt(physical, bytes)) {
            AddressRange range = AddressRange.of(physical, bytes);
            throw new MachineRefusedException(List.of("Memory at " + range + " is not free."));
        }
    }

    /// Wipes memory and gives it back. No SMMU and no guest may reach it any more.
    ///
    /// @param bytes a multiple of the page size
    /// @throws IllegalArgumentException when not all of it is allocated
    public void release(long physical, long bytes) {
        requirePages(bytes, physical);
        if (!pages.withdraw(physical, bytes)) {
            throw new IllegalArgumentException(
                    "not allocated: " + AddressRange.of(physical, bytes));
        }
        for (RamFile file : files) {
            if (file.ram().holds(physical, bytes)) {
                file.wipe(physical, bytes);
            }
        }
        pages.free(physical, bytes);
    }

    private static void requirePages(long bytes, long multiple) {
        if (bytes <= 0 || multiple < 0 || (bytes | multiple) % PAGE != 0) {
            throw new IllegalArgumentException(
                    "not whole pages: 0x%x bytes, 0x%x".formatted(bytes, multiple));
        }
    }

    /// Bytes that somebody has.
    public long allocated() {
        return pages.allocated();
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
        return map.ram(address);
    }

    @Override
    public boolean writeInt(long address, int value) {
        return map.writeInt(address, value, sink);
    }

    /// Takes all of it away, but what is shared. Nobody may hold RAM of it any more.
    @Override
    public void close() {
        files.forEach(RamFile::close);
        arena.close();
    }
}
