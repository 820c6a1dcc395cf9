package org.vinculum.contract.broken;

import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;

/// A model that passes everything on; what breaks it overrides one method.
class ForwardingModel implements IommuModel {
    final IommuModel sound;

    ForwardingModel(IommuModel sound) {
        this.sound = sound;
    }

    @Override
    public long frameSize() {
        return sound.frameSize();
    }

    @Override
    public long read(long offset, int width) {
        return sound.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        sound.write(offset, width, value);
    }

    @Override
    public boolean process(int budget) {
        return sound.process(budget);
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return sound.translate(streamId, substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return sound.requestTranslation(streamId, substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        sound.requestPage(streamId, substreamId, address, access, group, last);
    }

    @Override
    public SavedState save() {
        return sound.save();
    }

    @Override
    public void restore(SavedState state) {
        sound.restore(state);
    }
}
