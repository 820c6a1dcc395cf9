package org.vinculum.swap.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.iommu.UnsupportedStateException;
import org.vinculum.smmu.spec.register.Register;
import org.vinculum.smmu.spec.register.Registers;

/// A model that keeps what is written to it, consumes commands unread, and translates addresses to themselves.
public final class FakeModel implements IommuModel {
    /// A transaction here waits for software.
    public static final long STALLS = 0xdead_0000L;

    public final IommuSurroundings around;
    public final SortedMap<String, Long> registers = new TreeMap<>();
    public final List<Stalled> stalled = new ArrayList<>();
    private final FakeFactory maker;
    private int nextStag;

    FakeModel(FakeFactory maker, IommuSurroundings around, Map<String, Long> identification) {
        this.maker = maker;
        this.around = around;
        registers.putAll(identification);
    }

    /// Whether it reaches something, as it does only where it is used.
    public boolean placed() {
        return around.memory().ram(Around.RAM) != null;
    }

    private static Register at(long offset) {
        for (Register register : Registers.ALL) {
            if (register.offset() == offset && register.count() == 1) {
                return register;
            }
        }
        throw new IllegalArgumentException("0x" + Long.toHexString(offset));
    }

    @Override
    public long frameSize() {
        return maker.frameSize;
    }

    @Override
    public long read(long offset, int width) {
        maker.happens("read", this);
        return registers.getOrDefault(at(offset).name(), 0L);
    }

    @Override
    public void write(long offset, int width, long value) {
        maker.happens("write", this);
        registers.put(at(offset).name(), value);
    }

    @Override
    public boolean process(int budget) {
        maker.happens("process", this);
        registers.put("CMDQ_CONS", registers.getOrDefault("CMDQ_PROD", 0L));
        return false;
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        maker.happens("translate", this);
        if (address != STALLS) {
            return address;
        }
        int stag = nextStag++;
        stalled.add(
                new Stalled(
                        streamId, substreamId, address, access, stag, List.of(0x10L, 0L, 0L, 0L)));
        outcome.stalled(stag);
        return Outcome.STALLED;
    }

    /// As CMD_RESUME.
    public void resume(int streamId, int stag) {
        stalled.removeIf(one -> one.streamId() == streamId && one.stag() == stag);
        around.endpoints().release(streamId, stag, Release.ABORT);
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        maker.happens("requestTranslation", this);
        return address;
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        maker.happens("requestPage", this);
    }

    @Override
    public SavedState save() {
        maker.happens("save", this);
        return new SavedState(maker.kind, 1, maker.name(), registers, stalled, new TreeMap<>());
    }

    @Override
    public void restore(SavedState state) {
        maker.happens("restore", this);
        List<String> lacking = new ArrayList<>();
        maker.identification.forEach((name, value) -> {
            if ((state.register(name) & ~value) != 0) {
                lacking.add(name);
            }
        });
        if (!lacking.isEmpty()) {
            throw new UnsupportedStateException(maker.name(), lacking);
        }
        SortedMap<String, Long> own = new TreeMap<>(registers);
        registers.clear();
        registers.putAll(state.registers());
        own.forEach((name, value) -> {
            if (name.contains("IDR")) {
                registers.put(name, value);
            }
        });
        stalled.clear();
        stalled.addAll(state.stalled());
        stalled.forEach(one -> nextStag = Math.max(nextStag, one.stag() + 1));
    }
}
