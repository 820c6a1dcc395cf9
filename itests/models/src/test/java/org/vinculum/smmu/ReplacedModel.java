package org.vinculum.smmu;

import java.util.List;
import java.util.Map;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;

/// After every command another model takes over the state; nobody who uses it is to notice.
final class ReplacedModel implements IommuModel {
    private final List<IommuModelFactory> makers;
    private final IommuSurroundings surroundings;
    private final Map<String, Long> identification;
    private int next;
    private IommuModel model;

    /// @param makers take turns
    ReplacedModel(
            List<IommuModelFactory> makers,
            IommuSurroundings surroundings,
            Map<String, Long> identification) {
        this.makers = makers;
        this.surroundings = surroundings;
        this.identification = identification;
        this.model = make();
    }

    private IommuModel make() {
        return makers.get(next++ % makers.size()).create(surroundings, identification);
    }

    private void replace() {
        SavedState state = model.save();
        model = make();
        model.restore(state);
    }

    @Override
    public boolean process(int budget) {
        boolean more = true;
        for (int i = 0; i < budget && more; i++) {
            more = model.process(1);
            replace();
        }
        return more;
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
