package org.vinculum.itests.machines.swap;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.iommu.Outcome;

/// Counts what becomes of a device's transactions, between the device and its SMMU.
final class CountedPort implements DmaPort {
    private final DmaPort port;
    private final AtomicLong aborted = new AtomicLong();
    private final AtomicLong stalled = new AtomicLong();
    private final AtomicLong released = new AtomicLong();

    /// @param connect puts a device in front of its SMMU
    CountedPort(Device device, Function<Device, DmaPort> connect) {
        port = connect.apply(new Counted(device));
    }

    long aborted() {
        return aborted.get();
    }

    long stalled() {
        return stalled.get();
    }

    long released() {
        return released.get();
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        long physical = port.transfer(substreamId, address, access, bytes, outcome);
        if (physical == Outcome.ABORT) {
            aborted.incrementAndGet();
        } else if (physical == Outcome.STALLED) {
            stalled.incrementAndGet();
        }
        return physical;
    }

    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        return port.translate(substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        return port.requestTranslation(substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {
        port.requestPage(substreamId, address, access, group, last);
    }

    @Override
    public boolean writeInt(long physical, int value) {
        return port.writeInt(physical, value);
    }

    @Override
    public void disconnect() {
        port.disconnect();
    }

    private final class Counted implements Device {
        private final Device device;

        Counted(Device device) {
            this.device = device;
        }

        @Override
        public boolean invalidate(int substreamId, long address, long size, boolean global) {
            return device.invalidate(substreamId, address, size, global);
        }

        @Override
        public void respond(int substreamId, int group, Response response) {
            device.respond(substreamId, group, response);
        }

        @Override
        public void release(int stag, Release release) {
            released.incrementAndGet();
            device.release(stag, release);
        }
    }
}
