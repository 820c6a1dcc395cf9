package org.vinculum.scenario.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// RAM that costs only the pages that are written: each piece is a mapped file without content, which is gone from its
/// folder before it is used. Where there is no RAM nothing answers.
public final class SparseMemory implements PhysicalMemory, AutoCloseable {
    /// Bytes of all pieces together, of address space.
    public static final long MAX_SIZE = 64L << 30;

    /// The most pieces.
    public static final int MAX_PIECES = 64;

    private final Arena arena = Arena.ofShared();
    private final InterruptLog interrupts;
    private volatile List<Ram> pieces = List.of();

    /// @param interrupts is told of every message that arrives
    public SparseMemory(InterruptLog interrupts) {
        this.interrupts = interrupts;
    }

    /// Bytes of RAM so far.
    public long size() {
        long size = 0;
        for (Ram piece : pieces) {
            size += piece.size();
        }
        return size;
    }

    /// Number of pieces so far.
    public int count() {
        return pieces.size();
    }

    /// Whether some of these bytes are RAM already.
    public boolean overlaps(AddressRange range) {
        for (Ram piece : pieces) {
            if (AddressRange.of(piece.start(), piece.size()).overlaps(range)) {
                return true;
            }
        }
        return false;
    }

    /// Adds RAM, zero filled.
    ///
    /// @throws IllegalArgumentException unless it is whole pages
    public void add(AddressRange range) {
        List<Ram> more = new ArrayList<>(pieces);
        more.add(new Ram(range.start().value(), map(range.size())));
        pieces = List.copyOf(more);
    }

    private MemorySegment map(long size) {
        try (FileChannel channel = ScratchFile.create()) {
            return channel.map(MapMode.READ_WRITE, 0, size, arena);
        } catch (IOException e) {
            throw new UncheckedIOException("no file for " + size + " bytes of memory: " + e, e);
        }
    }

    @Override
    public Ram ram(long address) {
        for (Ram piece : pieces) {
            if (piece.holds(address, 1)) {
                return piece;
            }
        }
        return null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        Ram piece = ram(address);
        if (piece == null || !piece.holds(address, Integer.BYTES)) {
            return false;
        }
        piece.setInt(address - piece.start(), value);
        interrupts.message(address, value);
        return true;
    }

    @Override
    public void close() {
        arena.close();
    }
}
