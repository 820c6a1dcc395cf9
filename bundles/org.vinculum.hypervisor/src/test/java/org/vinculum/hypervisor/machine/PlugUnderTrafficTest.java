package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

/// With models: domains and windows come and go while devices of everybody go on, and no device ever reaches what is not its
/// domain's at that moment.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlugUnderTrafficTest {
    private static final long GUEST_RAM = 0x4000_0000;
    private static final long GUEST_BYTES = 4 << 20;
    private static final AddressRange WINDOW = AddressRange.of(0x5000_0000, 0x2000);
    private static final int CHANGES = 80;

    private final AtomicBoolean over = new AtomicBoolean();

    /// What the window led to between two changes; 0 for nothing, -1 during a change.
    private volatile long window;

    private volatile long generation;

    @ParameterizedTest
    @CsvSource({"smmuv3-3.2, 1", "mmu-600-r2p0, 2"})
    void nobodyReachesWhatIsNotHis(String profile, long seed) throws Exception {
        try (Machine machine = RealBench.machine(profile, 2, 64 << 20);
                var threads = Executors.newCachedThreadPool()) {
            var random = new SplittableRandom(seed);
            Domain steady = machine.create(domain("steady", "/smmu0", 1, 2));
            long host = steady.mappings().getFirst().host();
            List<Future<Long>> devices = new ArrayList<>();
            devices.add(threads.submit(ram(port(machine, "/smmu0", 1), host, random.split())));
            devices.add(threads.submit(windows(port(machine, "/smmu0", 2))));
            Future<Void> scheduler = threads.submit(() -> schedule(machine));
            Future<Void> guests = threads.submit(() -> comeAndGo(machine, host));
            changeWindow(steady, random);
            guests.get();
            over.set(true);
            scheduler.get();
            for (Future<Long> device : devices) {
                assertThat(device.get()).as("transactions, seed %d", seed).isPositive();
            }
        }
    }

    /// A device of the domain that stays: reaches its RAM whatever others do.
    private Callable<Long> ram(DmaPort port, long host, SplittableRandom random) {
        return () -> {
            var outcome = new Outcome();
            long count = 0;
            do {
                long at = random.nextLong(GUEST_BYTES);
                assertThat(port.translate(-1, GUEST_RAM + at, Access.WRITE, outcome))
                        .isEqualTo(host + at);
                count++;
            } while (!over.get());
            return count;
        };
    }

    /// Another: what it reaches while nothing changes is what was mapped last. It tries in vain once at a time, or it would
    /// be silenced.
    private Callable<Long> windows(DmaPort port) {
        return () -> {
            var outcome = new Outcome();
            long count = 0;
            long vain = -1;
            do {
                long before = generation;
                long led = window;
                if (led < 0 || led == 0 && before == vain) {
                    continue;
                }
                vain = before;
                long physical =
                        port.translate(-1, WINDOW.start().value() + 0x1008, Access.READ, outcome);
                if (generation == before) {
                    long expected = led == 0 ? Outcome.ABORT : led + 0x1008;
                    assertThat(physical).isEqualTo(expected);
                    count++;
                }
            } while (!over.get());
            return count;
        };
    }

    private void changeWindow(Domain domain, SplittableRandom random) {
        for (int i = 0; i < CHANGES; i++) {
            long host = 0x2000_0000L + 0x2000L * random.nextInt(64);
            becomes(-1);
            domain.map(new Window(WINDOW, new Address(host)));
            becomes(host);
            Thread.yield();
            becomes(-1);
            domain.unmap(WINDOW);
            becomes(0);
            Thread.yield();
        }
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    private void becomes(long led) {
        generation = generation + 1;
        window = led;
        generation = generation + 1;
    }

    private static Void comeAndGo(Machine machine, long others) {
        var outcome = new Outcome();
        for (int i = 0; i < CHANGES; i++) {
            Domain brief = machine.create(domain("brief", "/smmu" + i % 2, 7));
            DmaPort port = port(machine, "/smmu" + i % 2, 7);
            long host = brief.mappings().getFirst().host();
            assertThat(host).isNotEqualTo(others);
            long physical = port.translate(-1, GUEST_RAM + 8, Access.WRITE, outcome);
            assertThat(physical).isEqualTo(host + 8);
            assertThat(brief.memory().ram(GUEST_RAM).getInt(8)).isZero();
            port.writeInt(physical, i + 1);
            brief.destroy();
            assertThat(port.translate(-1, GUEST_RAM, Access.READ, outcome))
                    .isEqualTo(Outcome.ABORT);
            port.disconnect();
        }
        return null;
    }

    private Void schedule(Machine machine) {
        while (!over.get()) {
            if (!machine.schedule(64)) {
                Thread.yield();
            }
        }
        return null;
    }

    private static DmaPort port(Machine machine, String smmu, int psid) {
        return machine.connect(PhysicalStream.of(smmu, psid), Device.SIMPLE);
    }

    private static DomainDescription domain(String name, String smmu, int... psids) {
        List<PhysicalStream> direct = new ArrayList<>();
        for (int psid : psids) {
            direct.add(PhysicalStream.of(smmu, psid));
        }
        return new DomainDescription(
                name,
                List.of(AddressRange.of(GUEST_RAM, GUEST_BYTES)),
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                direct,
                1,
                GuestInterrupts.NONE);
    }
}
