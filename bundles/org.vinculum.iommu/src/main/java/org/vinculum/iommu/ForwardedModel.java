package org.vinculum.iommu;

import org.osgi.annotation.versioning.ConsumerType;

/// An IOMMU to which everything is passed on, for those that watch or change some of it.
@ConsumerType
public class ForwardedModel implements IommuModel {
    private final IommuModel model;

    public ForwardedModel(IommuModel model) {
        this.model = model;
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
    public boolean process(int budget) {
        return model.process(budget);
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return model.translate(streamId, substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return model.requestTranslation(streamId, substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        model.requestPage(streamId, substreamId, address, access, group, last);
    }

    @Override
    public SavedState save() {
        return model.save();
    }

    @Override
    public void restore(SavedState state) {
        model.restore(state);
    }
}
