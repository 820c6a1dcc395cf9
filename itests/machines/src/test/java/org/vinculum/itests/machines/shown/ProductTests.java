package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.workload.SteadyGuest;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.Probe;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.smmu.spec.event.FTranslation;

/// The same driver, device and steps over every product there is, and the refusal of those that must not nest.
class ProductTests {
    private static final long IOVA = 0x10_0000L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smmuv3-3.0",
                "smmuv3-3.1",
                "smmuv3-3.2",
                "smmuv3-3.3",
                "mmu-600-r2p0",
                "mmu-700-r1p1",
                "thunderx2",
                "hi161x",
                "qemu-9.2"
            })
    void aDriverMapsUnmapsAndHearsOfFaults(String model) {
        try (TestedMachine machine = new TestedMachine(model)) {
            mapsUnmapsAndHears(machine);
        }
    }

    /// Without two-level tables the host's driver has all streams in one, here 2^9.
    @Test
    void anSmmuWithLinearStreamTablesServesToo() {
        Map<String, Long> linear = Map.of("IDR0", 0x0d40_1a1bL & ~(3L << 27), "IDR1", 0x0273_0009L);
        try (TestedMachine machine = TestedMachine.with("smmuv3-3.0", linear)) {
            mapsUnmapsAndHears(machine);
        }
    }

    private static void mapsUnmapsAndHears(TestedMachine machine) {
        TestedGuest guest = machine.guest("guest1").with(1, 0, 0x105);
        GuestDriver driver = guest.started();
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
        DmaDevice device = guest.device(0, 0x105);
        SteadyGuest steady = new SteadyGuest(space, device, guest.pages.demand(1), () -> 0);
        for (int i = 0; i < 200; i++) {
            steady.step();
            guest.serve();
        }
        long large = guest.pages.demand(4 << 20);
        space.map(1L << 30, large, 4 << 20, Access.READ | Access.WRITE);
        assertThat(device.reaches((1L << 30) + 0x3f_f000, true)).isTrue();
        space.unmap(1L << 30, 4 << 20);
        assertThat(device.reaches((1L << 30) + 0x3f_f000, true)).isFalse();
        guest.serve();

        assertThat(steady.wrong()).isZero();
        // 200 of the cycles, one of the large piece
        assertThat(guest.events).hasSize(201).allMatch(event -> event instanceof FTranslation);
        assertThat(guest.domain.traffic().getFirst().eventsDropped()).isZero();
        assertThat(driver.counts().timeouts()).isZero();
        assertThat(machine.commandErrors()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmu-600-r0p0", "mmu-700-r0p0"})
    void aProductWhoseErratumForbidsNestingGetsNoVirtualSmmu(String model) {
        try (TestedMachine machine = new TestedMachine(model)) {
            TestedGuest guest = machine.guest("guest1").with(1, 0, 5);

            assertThatThrownBy(guest::created)
                    .isInstanceOf(MachineRefusedException.class)
                    .hasMessageContaining("/smmu0")
                    .hasMessageContaining("nest");
            assertThat(machine.machine.domains()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmu-600-r0p0", "mmu-700-r0p0"})
    void devicesWithoutAVirtualSmmuWorkBehindItAllTheSame(String model) {
        try (TestedMachine machine = new TestedMachine(model, "smmuv3-3.2")) {
            machine.guest("guest1").with(1, 1, 5).withDirect(0, 6).created();

            Probe device = new Probe(machine, 0, 6);

            assertThat(device.read(TestedGuest.RAM)).isNotNegative();
            assertThat(device.read(TestedMachine.RAM)).isNegative();
        }
    }

    @Test
    void aDeviceAndItsNeighbourOfAnotherProductServeOneGuest() {
        try (TestedMachine machine = new TestedMachine("thunderx2", "mmu-700-r1p1")) {
            TestedGuest guest = machine.guest("guest1").with(1, 0, 5).with(2, 1, 5);
            GuestDriver driver = guest.started();
            AddressSpace space = driver.addressSpace();
            driver.device(DeviceDescription.of(1)).attach(space);
            driver.device(DeviceDescription.of(2)).attach(space);
            long page = guest.pages.demand(1);
            space.map(IOVA, page, 4096, Access.READ | Access.WRITE);
            DmaDevice one = guest.device(0, 5);
            DmaDevice other = guest.device(1, 5);
            guest.put(page, 4711);

            assertThat(one.readLong(IOVA, -1)).isEqualTo(4711);
            assertThat(other.copy(DmaDevice.PLAIN, IOVA, IOVA + 8, 8).state())
                    .isEqualTo(TransferState.DONE);
            assertThat(one.readLong(IOVA + 8, -1)).isEqualTo(4711);
            space.unmap(IOVA, 4096);
            assertThat(one.reaches(IOVA, false)).isFalse();
            assertThat(other.reaches(IOVA, false)).isFalse();
        }
    }
}
