package org.vinculum.hypervisor.memory;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// A guest's memory as its CPUs and virtual IOMMUs see it: the machine's bytes at guest physical addresses. Safe for use by
/// several threads; nobody waits to find RAM.
///
/// A [Ram] that was found before its memory was unmapped still leads there: whoever keeps one asks again after an unmap.
public final class GuestMemory implements PhysicalMemory {
    private static final Comparator<Piece> BY_ADDRESS =
            (one, other) -> Long.compareUnsigned(one.ram().start(), other.ram().start());

    private final MachineMemory machine;
    private final MessageSink sink;

    /// In the order of addresses; replaced as a whole.
    private volatile Piece[] pieces = {};

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
        List<Piece> all = new ArrayList<>(List.of(pieces));
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
        all.sort(BY_ADDRESS);
        pieces = all.toArray(Piece[]::new);
    }

    @Override
    public Ram ram(long address) {
        Piece[] all = pieces;
        int low = 0;
        int high = all.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Ram ram = all[middle].ram();
            if (ram.holds(address, 1)) {
                return ram;
            }
            if (Long.compareUnsigned(address, ram.start()) < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return null;
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

    /// @param ram at its guest physical address
    /// @param physical host physical address of its first byte
    private record Piece(Ram ram, long physical) {
        AddressRange range() {
            return AddressRange.of(ram.start(), ram.size());
        }
    }
}
