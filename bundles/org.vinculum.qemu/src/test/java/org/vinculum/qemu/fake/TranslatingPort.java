package org.vinculum.qemu.fake;

import java.lang.foreign.MemorySegment;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;

/// A way through a model that translates and moves nothing.
final class TranslatingPort implements DmaPort {
    private final IommuModel model;
    private final StreamId stream;

    TranslatingPort(IommuModel model, StreamId stream) {
        this.model = model;
        this.stream = stream;
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        return translate(substreamId, address, access, outcome);
    }

    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        return model.translate(stream.value(), substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        return model.requestTranslation(stream.value(), substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {}

    @Override
    public boolean writeInt(long physical, int value) {
        return false;
    }

    @Override
    public void disconnect() {}
}
