package org.vinculum.tck;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// What is around a model in a test: RAM, lines that are counted, devices that answer. Safe for several threads.
public final class TestMachine implements PhysicalMemory, InterruptLines, Endpoints {
    /// Where its RAM starts.
    public static final long RAM = 0x4000_0000L;

    /// Bytes of RAM: 2 MiB.
    public static final int SIZE = 2 << 20;

    private final MemorySegment bytes = Arena.ofAuto().allocate(SIZE, 4096);
    private final Ram ram = new Ram(RAM, bytes);
    private final Map<Line, AtomicInteger> raised = new EnumMap<>(Line.class);

    public TestMachine() {
        for (Line line : Line.values()) {
            raised.put(line, new AtomicInteger());
        }
    }

    public IommuSurroundings surroundings() {
        return new IommuSurroundings(this, this, this);
    }

    /// Takes over what is in the memory of another.
    public void copyMemory(TestMachine other) {
        bytes.copyFrom(other.bytes);
    }

    /// Writes words, the first at `address`, a multiple of 8 in RAM.
    public void put(long address, long... words) {
        for (int i = 0; i < words.length; i++) {
            ram.setLongRelease(address - RAM + (long) i * Long.BYTES, words[i]);
        }
    }

    /// @param address a multiple of 8 in RAM
    public long get(long address) {
        return ram.getLongAcquire(address - RAM);
    }

    /// Edges of a line so far.
    public int raised(Line line) {
        return raised.get(line).get();
    }

    /// Edges of all lines so far.
    public int raised() {
        int all = 0;
        for (AtomicInteger edges : raised.values()) {
            all += edges.get();
        }
        return all;
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        if (!ram.holds(address, Integer.BYTES)) {
            return false;
        }
        ram.setInt(address - RAM, value);
        return true;
    }

    @Override
    public void raise(Line line) {
        raised.get(line).incrementAndGet();
    }

    @Override
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        return true;
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {}

    @Override
    public void release(int streamId, int stag, Release release) {}
}
