package org.vinculum.qemu.mode;

import java.util.Map;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;

/// Makes models that are as they should be, and fail when there is a command to do.
record TiredModel(IommuModelFactory right) implements IommuModelFactory {
    static final String NAME = "tired";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kind() {
        return right.kind();
    }

    @Override
    public Map<String, String> features() {
        return right.features();
    }

    @Override
    public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
        return new Tired(right.create(surroundings, identification));
    }

    private record Tired(IommuModel model) implements IommuModel {
        @Override
        public boolean process(int budget) {
            throw new IllegalStateException("tired of commands");
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
            return model.save();
        }

        @Override
        public void restore(SavedState state) {
            model.restore(state);
        }
    }
}
