package org.vinculum.hypervisor.machine.physical;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.hypervisor.host.flight.Flight;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;

/// A device's place in front of its SMMU.
public final class Port implements DmaPort {
    private static final int PAGE = 4096;
    private static final ValueLayout.OfInt LITTLE_ENDIAN =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final PhysicalSmmu smmu;
    private final StreamId psid;
    private final Device device;
    private final PhysicalMemory memory;
    private final Messages messages;
    private final PortCounts counts;
    private final Flight flight;
    private volatile boolean connected = true;

    /// @param memory host physical
    public Port(
            PhysicalSmmu smmu,
            StreamId psid,
            Device device,
            PhysicalMemory memory,
            Messages messages) {
        this.smmu = smmu;
        this.psid = psid;
        this.device = device;
        this.memory = memory;
        this.messages = messages;
        counts = smmu.ports().add();
        flight = smmu.driver().flights().open();
        smmu.devices().add(psid.value(), device);
    }

    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        if (!connected) {
            return Outcome.ABORT;
        }
        long physical =
                smmu.driver().translate(psid.value(), substreamId, address, access, outcome);
        counts.translated(outcome.remembered());
        return physical;
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        if ((address & PAGE - 1) + bytes.byteSize() > PAGE) {
            throw new IllegalArgumentException(
                    "%d bytes at 0x%x cross a boundary".formatted(bytes.byteSize(), address));
        }
        flight.begin();
        try {
            long physical = translate(substreamId, address, access, outcome);
            return physical < 0 || move(physical, access, bytes) ? physical : Outcome.ABORT;
        } finally {
            flight.end();
        }
    }

    private boolean move(long physical, int access, MemorySegment bytes) {
        long size = bytes.byteSize();
        Ram ram = memory.ram(physical);
        boolean reads = (access & Access.READ) != 0;
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
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        if (!connected) {
            return Outcome.ABORT;
        }
        return smmu.driver()
                .requestTranslation(psid.value(), substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {
        if (connected) {
            smmu.driver().requestPage(psid.value(), substreamId, address, access, group, last);
        }
    }

    @Override
    public boolean writeInt(long physical, int value) {
        if (!connected) {
            return false;
        }
        if (!messages.takes(physical)) {
            return memory.writeInt(physical, value);
        }
        Claim claim = smmu.claim(psid);
        if (claim != null) {
            claim.claimant().message(claim, value);
        }
        return true;
    }

    @Override
    public void disconnect() {
        if (connected) {
            connected = false;
            smmu.devices().remove(psid.value(), device);
            smmu.ports().remove(counts);
            smmu.driver().flights().close(flight);
        }
    }
}
