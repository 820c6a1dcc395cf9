package org.vinculum.itests.machines.isolation;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.vinculum.iommu.ForwardedModel;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.SavedState;

/// An SMMU that takes its time: of what it is let do it often does less, and sometimes nothing.
final class SlowModel extends ForwardedModel {
    private final SplittableRandom random;
    private final Consumer<SavedState> leaving;
    private boolean looked = true;

    /// @param leaving learns of each state that another may take over
    SlowModel(IommuModel model, SplittableRandom random, Consumer<SavedState> leaving) {
        super(model);
        this.random = random;
        this.leaving = leaving;
    }

    @Override
    public boolean process(int budget) {
        return switch (random.nextInt(4)) {
            case 0 -> true;
            case 1 -> super.process(1 + random.nextInt(budget));
            default -> super.process(budget);
        };
    }

    @Override
    public SavedState save() {
        SavedState state = super.save();
        if (looked) {
            leaving.accept(state);
        }
        looked = true;
        return state;
    }

    @Override
    public void restore(SavedState state) {
        super.restore(state);
        looked = false; // whoever restores looks whether it is there
    }
}
