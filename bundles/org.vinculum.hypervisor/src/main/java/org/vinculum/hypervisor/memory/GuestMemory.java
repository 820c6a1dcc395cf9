package org.vinculum.hypervisor.memory;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// A guest's memory as its CPUs and virtual IOMMUs see it: the machine's bytes at guest physical addresses. Safe for use by
/// several threads; nobody waits to find RAM.
///
/// A [Ram] that was found before its memory was unmapped still leads there: whoever keeps one asks again after an unmap.
public final class GuestMemory implements PhysicalMemory {
    private final MachineMemory machine;
    private final MessageSink sink;

    /// For whoever maps and unmaps, in no order.
    private List<Piece> pieces = List.of();

    /// For everybody else; replaced as a whole.
    private volatile RamMap map = new RamMap(List.of());

    /// @param sink answers writes where there is no RAM, at guest physical addresses
    public GuestMemory(MachineMemory machine, MessageSink sink) {
        this.machine = machine;
        this.sink = sink;
    }

    /// Shows RAM to the guest.
    ///
    /// @param ipa guest physical, a multiple of the page size
    /// @param physical host physical, a multiple of the page size
    /// @param size in bytes, a multiple of the page size
    /// @throws IllegalArgumentException for anything else, when it is not the machine's RAM, or the guest has RAM there
    public synchronized void map(long ipa, long physical, long size) {
        AddressRange range = AddressRange.of(ipa, size);
        List<Piece> all = new ArrayList<>(pieces);
        for (Piece piece : all) {
            if (piece.range().overlaps(range)) {
                throw new IllegalArgumentException(range + " overlaps " + piece.range());
            }
        }
        all.add(new Piece(machine.seenAt(ipa, physical, size), physical));
        replace(all);
    }

    /// Takes RAM away, if there is some.
    ///
    /// @param ipa guest physical, a multiple of the page size
    /// @param size in bytes, a multiple of the page size
    public synchronized void unmap(long ipa, long size) {
        AddressRange range = AddressRange.of(ipa, size);
        List<Piece> left = new ArrayList<>();
        for (Piece piece : pieces) {
            if (!piece.range().overlaps(range)) {
                left.add(piece);
                continue;
            }
            long start = piece.ram().start();
            long head = ipa - start;
            if (Long.compareUnsigned(ipa, start) > 0) {
                left.add(part(piece, 0, head));
            }
            if (piece.ram().size() - head > size) {
                left.add(part(piece, head + size, piece.ram().size() - head - size));
            }
        }
        replace(left);
    }

    private Piece part(Piece piece, long offset, long size) {
        long physical = piece.physical() + offset;
        return new Piece(machine.seenAt(piece.ram().start() + offset, physical, size), physical);
    }

    private void replace(List<Piece> all) {
        pieces = all;
        map = new RamMap(all.stream().map(Piece::ram).toList());
    }

    @Override
    public Ram ram(long address) {
        return map.ram(address);
    }

    @Override
    public boolean writeInt(long address, int value) {
        return map.writeInt(address, value, sink);
    }

    /// @param ram at its guest physical address
    /// @param physical host physical address of its first byte
    private record Piece(Ram ram, long physical) {
        AddressRange range() {
            return AddressRange.of(ram.start(), ram.size());
        }
    }
}
