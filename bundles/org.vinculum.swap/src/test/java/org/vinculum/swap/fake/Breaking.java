package org.vinculum.swap.fake;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.ForwardedModel;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
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

    private final class Model extends ForwardedModel {
        Model(IommuModel model) {
            super(model);
        }

        @Override
        public long read(long offset, int width) {
            check(Call.READ);
            return super.read(offset, width);
        }

        @Override
        public boolean process(int budget) {
            check(Call.PROCESS);
            return super.process(budget);
        }

        @Override
        public SavedState save() {
            check(Call.SAVE);
            SavedState state = super.save();
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
    }
}
