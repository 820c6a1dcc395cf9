package org.vinculum.swap;

import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;

/// Stands where nobody does: whoever calls has not waited as he should have.
record VacantPlace(String place, long frameSize) implements IommuModel {
    private IllegalStateException nobody() {
        return new IllegalStateException("nobody stands at " + place);
    }

    @Override
    public long read(long offset, int width) {
        throw nobody();
    }

    @Override
    public void write(long offset, int width, long value) {
        throw nobody();
    }

    @Override
    public boolean process(int budget) {
        throw nobody();
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        throw nobody();
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        throw nobody();
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        throw nobody();
    }

    @Override
    public SavedState save() {
        throw nobody();
    }

    @Override
    public void restore(SavedState state) {
        throw nobody();
    }
}
