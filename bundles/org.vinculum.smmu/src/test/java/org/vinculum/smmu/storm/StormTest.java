package org.vinculum.smmu.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.smmu.TestedModels;

/// Software writes anything anywhere while two devices ask for anything: nothing throws, no transaction goes deeper than the
/// architecture does, and a driver that begins anew gets what it asks for. The number of steps of a storm is
/// `vinculum.storm.steps`, the seed `vinculum.storm.seed`; what the threads do among each other is not in the seed.
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class StormTest {
    private static final int STEPS = Integer.getInteger("vinculum.storm.steps", 15_000);
    private static final int STORMS = 4;
    private static final long SEED = Long.getLong("vinculum.storm.seed", 4_071L);

    /// A nested walk with its context: 60 pages; each stage tries again 64 times when others rewrite a descriptor.
    private static final long DEEPEST = 60L * 64;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smmuv3-3.0",
                "smmuv3-3.3",
                "mmu-600-r0p0",
                "mmu-700-r1p1",
                "thunderx2",
                "hi161x",
                "qemu-9.2"
            })
    void afterEachStormADriverBeginsAnew(String profile) throws Exception {
        var memory = new CountingMemory();
        IommuModel model =
                TestedModels.of(
                        profile,
                        64,
                        new IommuSurroundings(
                                memory,
                                _ -> {
                                    // Nobody listens.
                                },
                                Endpoints.NONE));
        var random = new SplittableRandom(SEED);
        long indexes = profile.equals("thunderx2") ? 0 : 0x1_0000;
        long begun = System.nanoTime();
        long most = 0;

        for (int storm = 0; storm < STORMS; storm++) {
            most = Math.max(most, storm(model, memory, random));
            new Recovery(model, memory, indexes).play();
        }

        System.out.printf(
                "storm: %s, seed %d, %d storms of %d steps, %.1f s, at most %d changes of the"
                        + " page%n",
                profile, SEED, STORMS, STEPS, (System.nanoTime() - begun) / 1e9, most);
        assertThat(most).as("%s, seed %d", profile, SEED).isLessThan(DEEPEST);
    }

    private static long storm(IommuModel model, CountingMemory memory, SplittableRandom random)
            throws Exception {
        var over = new AtomicBoolean();
        var software = new HostileSoftware(model, memory, random);
        long most = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            var first = new HostileDevice(model, memory, random.split(), over);
            var second = new HostileDevice(model, memory, random.split(), over);
            List<Future<Long>> devices = List.of(threads.submit(first), threads.submit(second));
            try {
                for (int i = 0; i < STEPS || busy(devices) && behind(first, second); i++) {
                    software.step();
                }
            } finally {
                over.set(true);
            }
            for (Future<Long> device : devices) {
                most = Math.max(most, device.get());
            }
        }
        return most;
    }

    private static boolean behind(HostileDevice first, HostileDevice second) {
        return Math.min(first.transactions(), second.transactions()) < STEPS;
    }

    private static boolean busy(List<Future<Long>> devices) {
        return devices.stream().noneMatch(Future::isDone);
    }
}
