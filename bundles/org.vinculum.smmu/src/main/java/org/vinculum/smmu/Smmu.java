package org.vinculum.smmu;

import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.smmu.command.CommandQueues;
import org.vinculum.smmu.queue.PriQueue;
import org.vinculum.smmu.register.RegisterFile;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.state.SavedRegisters;
import org.vinculum.smmu.walk.Translation;
import org.vinculum.smmu.walk.Translator;

/// One SMMUv3, as its Non-secure programming interface shows it: passes on what it is asked to the part that knows.
final class Smmu implements IommuModel {
    private final RegisterFile registers;
    private final CommandQueues commands;
    private final PriQueue pageRequests;
    private final Translator translator;
    private final SavedRegisters state;

    Smmu(Variant variant, IommuSurroundings surroundings, Translation.Maker maker) {
        this(new Assembly(variant, surroundings, maker));
    }

    private Smmu(Assembly parts) {
        registers = parts.registers();
        commands = parts.commands();
        pageRequests = parts.pageRequests();
        translator = parts.translation().translator();
        state = parts.state();
    }

    @Override
    public long frameSize() {
        return registers.size();
    }

    @Override
    public long read(long offset, int width) {
        return registers.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        registers.write(offset, width, value);
    }

    @Override
    public boolean process(int budget) {
        if (budget < 1) {
            throw new IllegalArgumentException("a budget of " + budget + " commands");
        }
        return commands.process(budget);
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return translator.translate(streamId, substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return translator.requestTranslation(streamId, substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        boolean ssv = substreamId >= 0;
        pageRequests.request(
                new PageRequest(
                        streamId,
                        ssv ? substreamId : 0,
                        ssv && (access & Access.PRIVILEGED) != 0,
                        ssv && (access & Access.INSTRUCTION) != 0,
                        (access & Access.READ) != 0,
                        (access & Access.WRITE) != 0,
                        last,
                        ssv,
                        group,
                        address));
    }

    @Override
    public SavedState save() {
        return state.save();
    }

    @Override
    public void restore(SavedState saved) {
        state.restore(saved);
    }
}
