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
import org.vinculum.swap.ModelFailedException;

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
        return carry(substreamId, address, access, null, outcome);
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        if ((address & PAGE - 1) + bytes.byteSize() > PAGE) {
            throw new IllegalArgumentException(
                    "%d bytes at 0x%x cross a boundary".formatted(bytes.byteSize(), address));
        }
        return carry(substreamId, address, access, bytes, outcome);
    }

    /// Tries once more when the SMMU's model fails and another takes over.
    ///
    /// @param bytes null when nothing is moved
    private long carry(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        ModelFailedException failure;
        do {
            flight.begin();
            try {
                long physical = look(substreamId, address, access, outcome);
                return physical < 0 || bytes == null || move(physical, access, bytes)
                        ? physical
                        : Outcome.ABORT;
            } catch (ModelFailedException e) {
                failure = e;
            } finally {
                flight.end();
            }
        } while (smmu.driver().recover(failure));
        return Outcome.ABORT;
    }

    private long look(int substreamId, long address, int access, Outcome outcome) {
        if (!connected) {
            return Outcome.ABORT;
        }
        long physical =
                smmu.driver().translate(psid.value(), substreamId, address, access, outcome);
        counts.translated(outcome.remembered());
        return physical;
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
        ModelFailedException failure;
        do {
            flight.begin();
            try {
                return connected
                        ? smmu.driver()
                                .requestTranslation(
                                        psid.value(), substreamId, address, access, outcome)
                        : Outcome.ABORT;
            } catch (ModelFailedException e) {
                failure = e;
            } finally {
                flight.end();
            }
        } while (smmu.driver().recover(failure));
        return Outcome.ABORT;
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {
        ModelFailedException failure;
        do {
            flight.begin();
            try {
                if (connected) {
                    smmu.driver()
                            .requestPage(psid.value(), substreamId, address, access, group, last);
                }
                return;
            } catch (ModelFailedException e) {
                failure = e;
            } finally {
                flight.end();
            }
        } while (smmu.driver().recover(failure));
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
