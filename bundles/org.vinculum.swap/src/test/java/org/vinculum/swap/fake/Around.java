package org.vinculum.swap.fake;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// What is around a place: RAM, a place for messages, and a list of what reached lines and devices.
public final class Around implements PhysicalMemory, InterruptLines, Endpoints {
    public static final long RAM = 0x4000_0000L;
    public static final long DOORBELL = 0x0802_0040L;

    private final Ram ram = new Ram(RAM, Arena.ofAuto().allocate(0x10_0000, 8));
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    public IommuSurroundings surroundings() {
        return new IommuSurroundings(this, this, this);
    }

    /// What has been told since the last time, in order.
    public List<String> take() {
        List<String> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    public void put(long address, long... words) {
        for (int i = 0; i < words.length; i++) {
            ram.setLongRelease(address - RAM + 8L * i, words[i]);
        }
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        told.add("message 0x" + Integer.toHexString(value));
        return address == DOORBELL;
    }

    @Override
    public void raise(Line line) {
        told.add(line.name());
    }

    @Override
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        told.add("invalidate " + streamId);
        return true;
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {
        told.add("respond %d %d %s".formatted(streamId, group, response));
    }

    @Override
    public void release(int streamId, int stag, Release release) {
        told.add("release %d %d %s".formatted(streamId, stag, release));
    }
}
