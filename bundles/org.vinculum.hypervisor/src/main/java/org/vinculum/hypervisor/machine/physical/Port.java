package org.vinculum.hypervisor.machine.physical;

import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.StreamId;

/// A device's place in front of its SMMU.
public final class Port implements DmaPort {
    private final PhysicalSmmu smmu;
    private final StreamId psid;
    private final Device device;
    private final PhysicalMemory memory;
    private final Messages messages;
    private final PortCounts counts;
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
        }
    }
}
