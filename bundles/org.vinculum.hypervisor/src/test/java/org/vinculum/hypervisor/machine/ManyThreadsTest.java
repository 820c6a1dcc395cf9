package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.hypervisor.fake.FakeBench.guest;
import static org.vinculum.hypervisor.fake.FakeBench.stream;
import static org.vinculum.hypervisor.fake.FakeBench.write;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.hypervisor.fake.FakeIommu;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.spec.Words;

/// Guests, devices, schedulers and toolstacks at once: nobody waits for ever, nothing that must be used by one thread is used
/// by two, and everything that was asked for is done in the end.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyThreadsTest {
    private static final int GUESTS = 4;
    private static final int STEPS = 3000;

    private final FakeBench bench = new FakeBench();
    private final Machine machine = bench.machine(3);
    private final AtomicBoolean over = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everybodyGetsOn(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        List<Domain> guests = new ArrayList<>();
        for (int i = 0; i < GUESTS; i++) {
            guests.add(machine.create(guest("g" + i, stream(1, i % 3, i), stream(2, 1, 100 + i))));
        }
        List<Callable<Long>> finite = new ArrayList<>();
        for (Domain guest : guests) {
            finite.add(vcpu(guest, random.split()));
            finite.add(vcpu(guest, random.split()));
        }
        finite.add(device(random.split()));
        finite.add(toolstack(guests, random.split()));
        try (var threads = Executors.newCachedThreadPool()) {
            Future<?> one = threads.submit(this::scheduler);
            Future<?> two = threads.submit(this::scheduler);
            List<Future<Long>> running = new ArrayList<>();
            finite.forEach(task -> running.add(threads.submit(task)));
            for (Future<Long> task : running) {
                task.get();
            }
            over.set(true);
            one.get();
            two.get();
            while (machine.schedule(64)) {
                continue;
            }
            long commands = 0;
            for (int i = 0; i < 2 * GUESTS; i++) {
                commands += running.get(i).get();
            }
            assertThat(executed(guests)).as("seed %d", seed).isEqualTo(commands);
        }
    }

    private static long executed(List<Domain> guests) {
        long sum = 0;
        for (Domain guest : guests) {
            var traffic = guest.traffic().getFirst();
            assertThat(traffic.waiting()).isZero();
            sum += traffic.commands();
        }
        return sum;
    }

    /// @return commands it asked for
    private static Callable<Long> vcpu(Domain guest, SplittableRandom random) {
        return () -> {
            long asked = 0;
            for (int i = 0; i < STEPS; i++) {
                int commands = random.nextInt(100);
                write(guest, FakeIommu.COMMANDS, commands);
                write(guest, FakeIommu.SYNC, 1);
                guest.read(FakeBench.VIOMMU, 4);
                asked += commands + 1;
            }
            return asked;
        };
    }

    private Callable<Long> device(SplittableRandom random) {
        return () -> {
            for (int i = 0; i < STEPS; i++) {
                int smmu = random.nextInt(3);
                int psid = random.nextInt(8);
                bench.host(smmu).event(psid, Words.of(0x10, 0, i, 0));
                if (random.nextInt(50) == 0) {
                    bench.host(smmu).overflow();
                }
            }
            return 0L;
        };
    }

    private Callable<Long> toolstack(List<Domain> guests, SplittableRandom random) {
        return () -> {
            for (int i = 0; i < STEPS / 10; i++) {
                Domain guest = guests.get(random.nextInt(GUESTS));
                change(guest, random, i);
            }
            return 0L;
        };
    }

    private void change(Domain guest, SplittableRandom random, int step) {
        switch (random.nextInt(4)) {
            case 0 -> plug(guest, random.nextInt(3), 1000 + random.nextInt(3));
            case 1 -> {
                var range = AddressRange.of(0x5000_0000, 0x1000);
                guest.map(new Window(range, new Address(0x2000_0000)));
                guest.unmap(range);
            }
            case 2 -> {
                Domain brief = machine.create(guest("brief", stream(1, step % 3, 2000)));
                write(brief, FakeIommu.COMMANDS, 10_000);
                brief.restore(brief.save());
                brief.destroy();
            }
            default -> {
                guest.traffic();
                machine.hostTraffic();
                guest.mappings();
            }
        }
    }

    private static void plug(Domain guest, int smmu, int psid) {
        try {
            guest.attach(stream(9, smmu, psid));
        } catch (MachineRefusedException e) {
            throw new AssertionError(e);
        }
        guest.detach(PhysicalStream.of("/smmu" + smmu, psid));
    }

    private Void scheduler() {
        while (!over.get()) {
            if (!machine.schedule(64)) {
                Thread.yield();
            }
        }
        return null;
    }
}
