package org.vinculum.guest.raw;

import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;

/// A device's way through a model that no hypervisor is in front of.
record BarePort(IommuModel model, int stream, PhysicalMemory memory) implements DmaPort {
    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        return model.translate(stream, substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        return model.requestTranslation(stream, substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {
        model.requestPage(stream, substreamId, address, access, group, last);
    }

    @Override
    public boolean writeInt(long physical, int value) {
        return memory.writeInt(physical, value);
    }

    @Override
    public void disconnect() {}
}
