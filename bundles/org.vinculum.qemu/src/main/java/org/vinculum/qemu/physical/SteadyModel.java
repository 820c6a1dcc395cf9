package org.vinculum.qemu.physical;

import java.util.concurrent.atomic.AtomicLong;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.swap.ModelFailedException;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwappableModel;

/// A place where a call that a new model fails is repeated with the old one. One thread has all calls, so that it holds the
/// place in each of them.
final class SteadyModel implements IommuModel {
    private static final System.Logger LOG = System.getLogger(SteadyModel.class.getName());

    private final SwappableModel place;
    private final AtomicLong failures = new AtomicLong();

    SteadyModel(SwappableModel place) {
        this.place = place;
    }

    /// How often a model failed and its predecessor went on.
    long failures() {
        return failures.get();
    }

    private void fallBack(ModelFailedException failure) {
        failures.incrementAndGet();
        LOG.log(System.Logger.Level.WARNING, failure.getMessage(), failure);
        try {
            place.fallBack(failure);
        } catch (SwapRefusedException refused) {
            LOG.log(System.Logger.Level.WARNING, "Nobody takes over again.", refused);
        }
    }

    @Override
    public long frameSize() {
        return place.frameSize();
    }

    @Override
    public long read(long offset, int width) {
        try {
            return place.read(offset, width);
        } catch (ModelFailedException e) {
            fallBack(e);
            return place.read(offset, width);
        }
    }

    @Override
    public void write(long offset, int width, long value) {
        try {
            place.write(offset, width, value);
        } catch (ModelFailedException e) {
            fallBack(e);
            place.write(offset, width, value);
        }
    }

    @Override
    public boolean process(int budget) {
        try {
            return place.process(budget);
        } catch (ModelFailedException e) {
            fallBack(e);
            return place.process(budget);
        }
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        try {
            return place.translate(streamId, substreamId, address, access, outcome);
        } catch (ModelFailedException e) {
            fallBack(e);
            return place.translate(streamId, substreamId, address, access, outcome);
        }
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        try {
            return place.requestTranslation(streamId, substreamId, address, access, outcome);
        } catch (ModelFailedException e) {
            fallBack(e);
            return place.requestTranslation(streamId, substreamId, address, access, outcome);
        }
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        try {
            place.requestPage(streamId, substreamId, address, access, group, last);
        } catch (ModelFailedException e) {
            fallBack(e);
            place.requestPage(streamId, substreamId, address, access, group, last);
        }
    }

    @Override
    public SavedState save() {
        return place.save();
    }

    @Override
    public void restore(SavedState state) {
        place.restore(state);
    }
}
