package org.vinculum.smmu.fake;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// What is around a model in a test: 1 MiB of RAM, a place for messages, and lists of what reached lines and devices.
public final class Machine implements PhysicalMemory, InterruptLines, Endpoints {
    public static final long RAM = 0x4000_0000L;
    public static final long DOORBELL = 0x0802_0040L;

    private final Ram ram = new Ram(RAM, Arena.ofAuto().allocate(0x10_0000, 8));
    private final List<String> interrupts = Collections.synchronizedList(new ArrayList<>());
    private final List<String> devices = Collections.synchronizedList(new ArrayList<>());
    public boolean devicesAnswer = true;

    public IommuSurroundings surroundings() {
        return new IommuSurroundings(this, this, this);
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        if (address != DOORBELL) {
            return false;
        }
        interrupts.add("message 0x" + Integer.toHexString(value));
        return true;
    }

    /// Words in their order, for all who look.
    public void put(long address, long... words) {
        for (int i = 0; i < words.length; i++) {
            ram.setLongRelease(address - RAM + 8L * i, words[i]);
        }
    }

    public long get(long address) {
        return ram.getLong(address - RAM);
    }

    /// Lines and messages since the last time, in order.
    public List<String> takeInterrupts() {
        List<String> taken = List.copyOf(interrupts);
        interrupts.clear();
        return taken;
    }

    /// What devices were told since the last time, in order.
    public List<String> takeDevices() {
        List<String> taken = List.copyOf(devices);
        devices.clear();
        return taken;
    }

    @Override
    public void raise(Line line) {
        interrupts.add(line.name());
    }

    @Override
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        devices.add(
                "invalidate %d %d 0x%x 0x%x %s"
                        .formatted(streamId, substreamId, address, size, global));
        return devicesAnswer;
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {
        devices.add("respond %d %d %d %s".formatted(streamId, substreamId, group, response));
    }

    @Override
    public void release(int streamId, int stag, Release release) {
        devices.add("release %d %d %s".formatted(streamId, stag, release));
    }
}
