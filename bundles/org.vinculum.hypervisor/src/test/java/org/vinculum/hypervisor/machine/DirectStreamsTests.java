package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.Domain.Mapping;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Window;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

/// With models, their driver and stage 2: what devices of domains without virtual IOMMUs reach.
class DirectStreamsTests {
    private static final long GUEST_RAM = 0x4000_0000;
    private static final long GUEST_BYTES = 6 << 20;
    private static final AddressRange WINDOW = AddressRange.of(0x5000_0000, 0x3000);
    private static final int PAGE = 4096;

    private final Outcome outcome = new Outcome();
    private Machine machine;

    @AfterEach
    void close() {
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.0", "smmuv3-3.3", "mmu-600-r2p0", "mmu-700-r1p1"})
    void dmaReachesExactlyTheDomainsOwnPages(String profile) {
        machine = RealBench.machine(profile, 2, 64 << 20);
        Set<Long> taken = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Domain domain = machine.create(domain("d" + i, "/smmu" + i % 2, i));
            DmaPort port = connect("/smmu" + i % 2, i);
            for (long at = 0; at < GUEST_BYTES; at += PAGE) {
                long physical = port.translate(-1, GUEST_RAM + at, Access.WRITE, outcome);
                assertThat(physical).isEqualTo(hostOf(domain, GUEST_RAM + at));
                assertThat(taken.add(physical)).isTrue();
            }
            assertThat(port.translate(-1, GUEST_RAM - 1, Access.READ, outcome)).isNegative();
            assertThat(port.translate(-1, GUEST_RAM + GUEST_BYTES, Access.READ, outcome))
                    .isNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.2", "mmu-600-r2p0"})
    void whatADeviceWritesItsGuestReads(String profile) {
        machine = RealBench.machine(profile, 1, 64 << 20);
        Domain domain = machine.create(domain("a", "/smmu0", 5));
        DmaPort port = connect("/smmu0", 5);

        long physical = port.translate(-1, GUEST_RAM + 0x1238, Access.WRITE, outcome);
        assertThat(port.writeInt(physical, 0x1234_5678)).isTrue();

        assertThat(domain.memory().ram(GUEST_RAM).getInt(0x1238)).isEqualTo(0x1234_5678);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.0", "smmuv3-3.3", "mmu-600-r2p0", "mmu-700-r1p1"})
    void aWindowIsReachedFromMapToUnmapAndNoLonger(String profile) {
        machine = RealBench.machine(profile, 1, 64 << 20);
        Domain domain = machine.create(domain("a", "/smmu0", 5));
        DmaPort port = connect("/smmu0", 5);
        var random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            long host = 0x2000_0000L + 0x3000L * random.nextInt(100);
            long at = PAGE * random.nextInt(3);
            assertThat(port.translate(-1, WINDOW.start().value() + at, Access.READ, outcome))
                    .isNegative();
            domain.map(new Window(WINDOW, new Address(host)));
            assertThat(port.translate(-1, WINDOW.start().value() + at, Access.READ, outcome))
                    .isEqualTo(host + at);
            domain.unmap(WINDOW);
        }
        assertThat(port.translate(-1, WINDOW.start().value(), Access.READ, outcome)).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.2", "mmu-700-r1p1"})
    void aDestroyedDomainsDevicesReachNothingAndItsMemoryIsWiped(String profile) {
        machine = RealBench.machine(profile, 1, 64 << 20);
        Domain old = machine.create(domain("a", "/smmu0", 5));
        DmaPort port = connect("/smmu0", 5);
        long physical = port.translate(-1, GUEST_RAM, Access.WRITE, outcome);
        port.writeInt(physical, 0x1234_5678);

        old.destroy();
        assertThat(port.translate(-1, GUEST_RAM, Access.WRITE, outcome)).isEqualTo(Outcome.ABORT);
        assertThat(machine.memory().ram(physical).getInt(physical - RealBench.RAM)).isZero();

        Domain next = machine.create(domain("b", "/smmu0", 5));
        assertThat(port.translate(-1, GUEST_RAM, Access.WRITE, outcome))
                .isEqualTo(hostOf(next, GUEST_RAM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.2", "mmu-600-r2p0"})
    void aStreamNobodyHasReachesNothing(String profile) {
        machine = RealBench.machine(profile, 1, 64 << 20);
        machine.create(domain("a", "/smmu0", 5));

        DmaPort port = connect("/smmu0", 6);

        assertThat(port.translate(-1, GUEST_RAM, Access.READ, outcome)).isEqualTo(Outcome.ABORT);
        assertThat(machine.schedule(64)).isFalse();
        assertThat(machine.hostTraffic().getFirst().events()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.2"})
    void aSavedDomainsDevicesReachNothingUntilItIsRestored(String profile) {
        machine = RealBench.machine(profile, 1, 64 << 20);
        Domain domain = machine.create(domain("a", "/smmu0", 5));
        DmaPort port = connect("/smmu0", 5);

        var state = domain.save();
        assertThat(port.translate(-1, GUEST_RAM, Access.READ, outcome)).isEqualTo(Outcome.ABORT);

        domain.restore(state);
        assertThat(port.translate(-1, GUEST_RAM, Access.READ, outcome))
                .isEqualTo(hostOf(domain, GUEST_RAM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.2", "mmu-600-r2p0"})
    void translationsAndHitsAreCounted(String profile) {
        machine = RealBench.machine(profile, 1, 64 << 20);
        machine.create(domain("a", "/smmu0", 5));
        DmaPort port = connect("/smmu0", 5);
        for (int i = 0; i < 10; i++) {
            port.translate(-1, GUEST_RAM, Access.READ, outcome);
        }

        assertThat(machine.hostTraffic().getFirst().translations()).isEqualTo(10);
        assertThat(machine.hostTraffic().getFirst().translationHits()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.2", "mmu-600-r2p0"})
    void aDeviceThatStormsIsSilenced(String profile) {
        machine = RealBench.machine(profile, 1, 64 << 20);
        machine.create(domain("a", "/smmu0", 5));
        DmaPort port = connect("/smmu0", 5);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 1000; i++) {
                port.translate(-1, 0, Access.READ, outcome);
            }
            machine.schedule(64);
        }
        long events = machine.hostTraffic().getFirst().events();
        assertThat(events).isBetween(1L, 3000L);

        port.translate(-1, 0, Access.READ, outcome);
        while (machine.schedule(64)) {
            continue;
        }
        port.translate(-1, 0, Access.READ, outcome);
        machine.schedule(64);
        long after = machine.hostTraffic().getFirst().events();
        port.translate(-1, 0, Access.READ, outcome);
        machine.schedule(64);

        assertThat(machine.hostTraffic().getFirst().events()).isEqualTo(after);
    }

    private DmaPort connect(String smmu, int psid) {
        return machine.connect(PhysicalStream.of(smmu, psid), Device.SIMPLE);
    }

    private static long hostOf(Domain domain, long guest) {
        for (Mapping mapping : domain.mappings()) {
            if (mapping.guest().contains(new Address(guest))) {
                return mapping.host() + guest - mapping.guest().start().value();
            }
        }
        throw new IllegalArgumentException(Long.toHexString(guest));
    }

    private static DomainDescription domain(String name, String smmu, int psid) {
        return new DomainDescription(
                name,
                List.of(AddressRange.of(GUEST_RAM, GUEST_BYTES)),
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(PhysicalStream.of(smmu, psid)),
                1,
                GuestInterrupts.NONE);
    }
}
