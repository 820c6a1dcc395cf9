package org.vinculum.guest.raw;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// A device's way through a model that no hypervisor is in front of.
record BarePort(IommuModel model, int stream, PhysicalMemory memory) implements DmaPort {
    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        return model.translate(stream, substreamId, address, access, outcome);
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        long physical = translate(substreamId, address, access, outcome);
        if (physical < 0) {
            return physical;
        }
        Ram ram = memory.ram(physical);
        if (ram == null) {
            boolean answered = writeInt(physical, bytes.get(ValueLayout.JAVA_INT_UNALIGNED, 0));
            return answered ? physical : Outcome.ABORT;
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
