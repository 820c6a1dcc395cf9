package org.vinculum.swap.fake;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SmmuProfile.Erratum;

/// Makes models that work until they are told to break.
public record Breaking(IommuModelFactory real, Set<Call> broken) implements IommuModelFactory {
    /// What breaks.
    public enum Call {
        PROCESS,
        READ,
        SAVE,
        /// The state is given, with another value in a register.
        FORGET_CONSUMED
    }

    public Breaking(IommuModelFactory real) {
        this(real, EnumSet.noneOf(Call.class));
    }

    public void in(Call... calls) {
        broken.addAll(List.of(calls));
    }

    private void check(Call call) {
        if (broken.contains(call)) {
            throw new IllegalStateException("broken in " + call);
        }
    }

    @Override
    public String name() {
        return "breaking";
    }

    @Override
    public String kind() {
        return real.kind();
    }

    @Override
    public Map<String, String> features() {
        return real.features();
    }

    @Override
    public Set<Erratum> errata() {
        return real.errata();
    }

    @Override
    public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
        return new Model(real.create(surroundings, identification));
    }

    private final class Model implements IommuModel {
        private final IommuModel model;

        Model(IommuModel model) {
            this.model = model;
        }

        @Override
        public long frameSize() {
            return model.frameSize();
        }

        @Override
        public long read(long offset, int width) {
            check(Call.READ);
            return model.read(offset, width);
        }

        @Override
        public void write(long offset, int width, long value) {
            model.write(offset, width, value);
        }

        @Override
        public boolean process(int budget) {
            check(Call.PROCESS);
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
            check(Call.SAVE);
            SavedState state = model.save();
            if (!broken.contains(Call.FORGET_CONSUMED)) {
                return state;
            }
            SortedMap<String, Long> registers = new TreeMap<>(state.registers());
            registers.put("EVENTQ_CONS", 0L);
            return new SavedState(
                    state.kind(),
                    state.version(),
                    state.model(),
                    registers,
                    state.stalled(),
                    state.more());
        }

        @Override
        public void restore(SavedState state) {
            model.restore(state);
        }
    }
}
