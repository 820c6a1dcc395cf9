package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.fake.Machine;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;

/// Software may write anything anywhere; nothing throws, everything ends, and a reset by the architecture's own means helps.
class HostileSoftwareTests {
    private static final long SEED = 0x5eed_f00dL;
    private static final int STEPS = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smmuv3-3.0",
                "smmuv3-3.3",
                "mmu-600-r0p0",
                "thunderx2",
                "hi161x",
                "qemu-9.2"
            })
    void whateverItWritesAResetHelps(String profile) {
        var random = new SplittableRandom(SEED);
        Bench bench = Bench.of(profile);
        fillMemory(bench, random);

        for (int i = 0; i < STEPS; i++) {
            step(bench, random);
        }

        reset(bench);
        bench.machine.put(Bench.COMMANDS, 0x04, 31);
        bench.write(0x98, 1);
        bench.translation.takeAsked();
        bench.run();
        assertThat(bench.translation.takeAsked())
                .as("seed 0x%x", SEED)
                .containsExactly("all configuration");
        assertThat(bench.read(0x9c)).isEqualTo(1);
    }

    private static void fillMemory(Bench bench, SplittableRandom random) {
        for (long address = Machine.RAM; address < Machine.RAM + 0x10_0000; address += 8) {
            bench.machine.put(address, random.nextLong());
        }
    }

    private static void step(Bench bench, SplittableRandom random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> bench.write(offset(bench, random), value(random));
            case 3 -> bench.smmu.write(offset(bench, random) & ~7L, 8, value(random));
            case 4 -> bench.read(offset(bench, random));
            case 5 -> bench.smmu.process(1 + random.nextInt(64));
            case 6 -> fault(bench, random);
            default ->
                    bench.smmu.requestPage(
                            random.nextInt(),
                            random.nextInt(-1, 1 << 20),
                            random.nextLong(),
                            random.nextInt(32),
                            random.nextInt(512),
                            random.nextBoolean());
        }
    }

    private static void fault(Bench bench, SplittableRandom random) {
        Event event = Event.decode(Words.of(0x10, 0x8000_0000L, random.nextLong(), 0));
        if (random.nextBoolean()) {
            bench.translation.faults.stall(random.nextInt(16), -1, 0, Access.READ, event);
        } else {
            bench.translation.faults.record(event, random.nextBoolean());
        }
    }

    /// Mostly where registers are.
    private static long offset(Bench bench, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong(bench.smmu.frameSize()) & ~3L;
            case 1 -> 0x1_00a8 + 4 * random.nextInt(12);
            case 2 -> 0x90 + 4 * random.nextInt(4);
            default -> 4 * random.nextInt(0x50);
        };
    }

    /// Often an address in RAM or a small number, so that queues get going.
    private static long value(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextLong();
            case 1 -> Machine.RAM + (random.nextInt(0x10_0000) & ~0xfff) | random.nextInt(20);
            default -> random.nextInt(32);
        };
    }

    private static void reset(Bench bench) {
        bench.write(0x20, 0);
        bench.write(0x50, 0);
        bench.write(0x64, bench.read(0x60));
        bench.smmu.write(0x90, 8, Bench.COMMANDS | 4);
        bench.write(0x98, 0);
        bench.write(0x9c, 0);
        for (long queue = 0x2_0000; queue < bench.smmu.frameSize(); queue += 0x2000) {
            bench.write(queue + 8, 0);
        }
        bench.write(0x20, 8);
    }
}
