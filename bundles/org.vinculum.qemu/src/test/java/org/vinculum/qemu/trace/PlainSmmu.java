package org.vinculum.qemu.trace;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;

/// One model with the guest's memory behind it.
class PlainSmmu implements GuestSmmu, PhysicalMemory, Endpoints {
    private final GuestSmmuDescription description;
    private final IommuModel model;
    private final Map<Integer, Device> devices = new HashMap<>();

    PlainSmmu(IommuModelFactory factory, GuestSmmuDescription description) {
        this.description = description;
        model =
                factory.create(
                        new IommuSurroundings(
                                this,
                                line ->
                                        description
                                                .interrupts()
                                                .raise(
                                                        switch (line) {
                                                            case GERROR ->
                                                                    description.gerrorIntid();
                                                            default -> description.eventIntid();
                                                        }),
                                this),
                        description.identification());
    }

    @Override
    public long frameSize() {
        return model.frameSize();
    }

    @Override
    public long read(long offset, int width) {
        return model.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        model.write(offset, width, value);
    }

    @Override
    public boolean work(int budget) {
        return model.process(budget);
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        devices.put(stream.value(), device);
        return new Port(stream.value());
    }

    @Override
    public long guestPhysical(long physical) {
        return physical;
    }

    @Override
    public List<Count> counts() {
        return List.of(new Count("what the SMMU counts", 1));
    }

    @Override
    public void close() {}

    @Override
    public Ram ram(long address) {
        return description.memory().holds(address, 1) ? description.memory() : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        Ram memory = description.memory();
        if (memory.holds(address, Integer.BYTES)) {
            memory.setInt(address - memory.start(), value);
            return true;
        }
        long offset = address - description.messageFrame().start().value();
        if (Long.compareUnsigned(offset, description.messageFrame().size()) >= 0) {
            return false;
        }
        description.interrupts().message(0, value);
        return true;
    }

    @Override
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        Device device = devices.get(streamId);
        return device == null || device.invalidate(substreamId, address, size, global);
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {
        devices.get(streamId).respond(substreamId, group, response);
    }

    @Override
    public void release(int streamId, int stag, Release release) {
        devices.get(streamId).release(stag, release);
    }

    private final class Port implements DmaPort {
        private final int stream;

        private Port(int stream) {
            this.stream = stream;
        }

        @Override
        public long transfer(
                int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
            long physical = translate(substreamId, address, access, outcome);
            if (physical < 0) {
                return physical;
            }
            Ram ram = ram(physical);
            if (ram == null) {
                int value = bytes.get(ValueLayout.JAVA_INT_UNALIGNED, 0);
                return writeInt(physical, value) ? physical : Outcome.ABORT;
            }
            MemorySegment there = ram.segment().asSlice(physical - ram.start(), bytes.byteSize());
            if ((access & Access.READ) != 0) {
                bytes.copyFrom(there);
            } else {
                there.copyFrom(bytes);
            }
            return physical;
        }

        @Override
        public long translate(int substreamId, long address, int access, Outcome outcome) {
            return model.translate(stream, substreamId, address, access, outcome);
        }

        @Override
        public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
            return model.requestTranslation(stream, substreamId, address, access, outcome);
        }

        @Override
        public void requestPage(
                int substreamId, long address, int access, int group, boolean last) {
            model.requestPage(stream, substreamId, address, access, group, last);
        }

        @Override
        public boolean writeInt(long physical, int value) {
            return PlainSmmu.this.writeInt(physical, value);
        }

        @Override
        public void disconnect() {}
    }
}
