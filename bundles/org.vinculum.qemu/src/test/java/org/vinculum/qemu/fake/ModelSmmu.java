package org.vinculum.qemu.fake;

import java.util.List;
import java.util.Map;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// The whole SMMU model over one piece of RAM.
public final class ModelSmmu implements GuestSmmu {
    public static final int EVENT_LINE = 132;
    public static final int GERROR_LINE = 134;

    private final IommuModel model;

    public ModelSmmu(String profile, Ram memory, GuestInterrupts interrupts) {
        model = make(profile, memory, interrupts);
    }

    private static IommuModel make(String name, Ram memory, GuestInterrupts interrupts) {
        PhysicalMemory all =
                new PhysicalMemory() {
                    @Override
                    public Ram ram(long address) {
                        return memory.holds(address, 1) ? memory : null;
                    }

                    @Override
                    public boolean writeInt(long address, int value) {
                        boolean there = memory.holds(address, Integer.BYTES);
                        if (there) {
                            memory.setInt(address - memory.start(), value);
                        }
                        return there;
                    }
                };
        InterruptLines lines =
                line ->
                        interrupts.raise(
                                line == InterruptLines.Line.GERROR ? GERROR_LINE : EVENT_LINE);
        for (SmmuProfile profile : Profiles.all()) {
            if (profile.name().equals(name)) {
                return new SmmuFactory(profile, TranslationEngine.maker(CacheSizes.ORDINARY))
                        .create(new IommuSurroundings(all, lines, Endpoints.NONE), Map.of());
            }
        }
        throw new IllegalArgumentException(name);
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
    public boolean work(int budget) {
        return model.process(budget);
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        return new TranslatingPort(model, stream);
    }

    @Override
    public long guestPhysical(long physical) {
        return physical;
    }

    @Override
    public List<Count> counts() {
        return List.of();
    }

    @Override
    public void close() {}
}
