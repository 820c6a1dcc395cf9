package org.vinculum.itests.machines.isolation;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;

/// An SMMU that takes its time: of what it is let do it often does less, and sometimes nothing.
final class SlowModel implements IommuModel {
    private final IommuModel model;
    private final SplittableRandom random;
    private final Consumer<SavedState> leaving;
    private boolean looked = true;

    /// @param leaving learns of each state that another may take over
    SlowModel(IommuModel model, SplittableRandom random, Consumer<SavedState> leaving) {
        this.model = model;
        this.random = random;
        this.leaving = leaving;
    }

    @Override
    public boolean process(int budget) {
        return switch (random.nextInt(4)) {
            case 0 -> true;
            case 1 -> model.process(1 + random.nextInt(budget));
            default -> model.process(budget);
        };
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
        SavedState state = model.save();
        if (looked) {
            leaving.accept(state);
        }
        looked = true;
        return state;
    }

    @Override
    public void restore(SavedState state) {
        model.restore(state);
        looked = false; // whoever restores looks whether it is there
    }
}
