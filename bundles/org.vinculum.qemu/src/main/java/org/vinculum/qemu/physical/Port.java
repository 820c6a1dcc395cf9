package org.vinculum.qemu.physical;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;

/// A device's place in front of the SMMU. One thread has all of them, so that no CMD_SYNC completes meanwhile.
final class Port implements DmaPort {
    private static final int PAGE = 4096;
    private static final ValueLayout.OfInt LITTLE_ENDIAN =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final IommuModel model;
    private final StreamId stream;
    private final Device device;
    private final FrontDevices devices;
    private final GuestReach reach;
    private final PortCounts counts;
    private boolean connected = true;

    Port(
            IommuModel model,
            StreamId stream,
            Device device,
            FrontDevices devices,
            GuestReach reach,
            PortCounts counts) {
        this.model = model;
        this.stream = stream;
        this.device = device;
        this.devices = devices;
        this.reach = reach;
        this.counts = counts;
        devices.add(stream.value(), device);
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        if ((address & PAGE - 1) + bytes.byteSize() > PAGE) {
            throw new IllegalArgumentException(
                    "%d bytes at 0x%x cross a boundary".formatted(bytes.byteSize(), address));
        }
        long physical = translate(substreamId, address, access, outcome);
        if (physical >= 0 && !move(physical, access, bytes)) {
            counts.unanswered();
            return Outcome.ABORT;
        }
        return physical;
    }

    private boolean move(long physical, int access, MemorySegment bytes) {
        long size = bytes.byteSize();
        boolean reads = (access & Access.READ) != 0;
        Ram ram = reach.ram(physical);
        if (ram == null || !ram.holds(physical, size)) {
            return !reads
                    && size == Integer.BYTES
                    && writeInt(physical, bytes.get(LITTLE_ENDIAN, 0));
        }
        MemorySegment there = ram.segment().asSlice(physical - ram.start(), size);
        if (reads) {
            bytes.copyFrom(there);
        } else {
            there.copyFrom(bytes);
        }
        return true;
    }

    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        if (!connected) {
            return Outcome.ABORT;
        }
        long physical = model.translate(stream.value(), substreamId, address, access, outcome);
        counts.translated(outcome.remembered());
        return physical;
    }

    @Override
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        if (!connected) {
            return Outcome.ABORT;
        }
        return model.requestTranslation(stream.value(), substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {
        if (connected) {
            model.requestPage(stream.value(), substreamId, address, access, group, last);
        }
    }

    @Override
    public boolean writeInt(long physical, int value) {
        return connected && reach.writeInt(stream.unsigned(), physical, value);
    }

    @Override
    public void disconnect() {
        if (connected) {
            connected = false;
            devices.remove(stream.value(), device);
        }
    }
}
