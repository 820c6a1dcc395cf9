package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// A guest writes anything to registers, queues and tables while its devices ask for anything: nothing throws, everything ends,
/// and after a reset by the architecture's own means a transaction passes.
class HostileGuestTest {
    private static final long SEED = 0x0bad_c0deL;
    private static final int STEPS = 100_000;
    private static final long RAM = 0x4000_0000L;
    private static final int SIZE = 0x8_0000;

    private final Ram ram = new Ram(RAM, Arena.ofAuto().allocate(SIZE, 8));
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Outcome outcome = new Outcome();

    static Iterable<SmmuProfile> profiles() {
        return Profiles.all();
    }

    private IommuModel model(SmmuProfile profile) {
        PhysicalMemory memory =
                new PhysicalMemory() {
                    @Override
                    public Ram ram(long address) {
                        return ram.holds(address, 1) ? ram : null;
                    }

                    @Override
                    public boolean writeInt(long address, int value) {
                        return false;
                    }
                };
        return new SmmuFactory(profile, TranslationEngine.maker(profile.caches()))
                .create(new IommuSurroundings(memory, _ -> {}, Endpoints.NONE), Map.of());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whateverItDoesAResetHelps(SmmuProfile profile) {
        IommuModel model = model(profile);
        for (int i = 0; i < SIZE; i += 8) {
            ram.setLong(i, word());
        }

        for (int i = 0; i < STEPS; i++) {
            step(model);
        }

        model.write(0x20, 4, 0);
        model.write(0x44, 4, 0x8000_1000L);
        assertThat(model.translate(1, -1, 0x1234, 1, outcome))
                .as("seed 0x%x", SEED)
                .isEqualTo(0x1234);
    }

    private void step(IommuModel model) {
        switch (random.nextInt(10)) {
            case 0 -> model.write(random.nextInt(0x50) * 4, 4, word());
            case 1 -> model.write(0x80, 8, RAM + random.nextInt(SIZE));
            case 2 -> model.write(0x88, 4, random.nextInt(0x2_0000) & 0x1_07cf);
            case 3 -> model.write(0x20, 4, random.nextInt(4) == 0 ? 0 : 0xf);
            case 4 -> model.process(1 + random.nextInt(16));
            case 5 -> ram.setLong(random.nextInt(SIZE) & ~7L, word());
            case 6 -> model.requestTranslation(stream(), substream(), address(), access(), outcome);
            case 7 ->
                    model.requestPage(
                            stream(),
                            substream(),
                            address(),
                            access(),
                            random.nextInt(512),
                            random.nextBoolean());
            default -> model.translate(stream(), substream(), address(), access(), outcome);
        }
    }

    private int stream() {
        return random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(64);
    }

    private int substream() {
        return random.nextInt(-1, random.nextBoolean() ? 4 : 1 << 20);
    }

    private long address() {
        return random.nextBoolean() ? random.nextLong() : random.nextInt(0x10_0000);
    }

    private int access() {
        int direction = 1 + random.nextInt(2);
        return direction
                | (direction == 1 && random.nextBoolean() ? 4 : 0)
                | random.nextInt(2) * 8
                | random.nextInt(2) * 16;
    }

    /// Garbage, or something that may lead on: an address in RAM with low bits, a small number, a translating STE.
    private long word() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(64);
            case 2 -> RAM + (random.nextInt(SIZE) & ~0x3f) | 0x1 | random.nextInt(8) << 1;
            case 3 -> random.nextLong() & ~0xffff_f000_0000L | RAM | 3;
            default -> RAM + (random.nextInt(SIZE) & ~0xfff) | 0x743;
        };
    }
}
