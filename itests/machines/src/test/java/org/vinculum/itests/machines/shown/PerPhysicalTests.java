package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.ManySmmusGuest;
import org.vinculum.itests.machines.Probe;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.event.FTranslation;

/// The scene with a virtual SMMU for each physical one: equal stream IDs stay equal, and each virtual SMMU drives its own.
class PerPhysicalTests {
    private static final int SAME = 5;
    private static final long IOVA = 0x10_0000L;

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2", "smmuv3-3.1");
    private ManySmmusGuest guest;
    private AddressSpace first;
    private AddressSpace second;
    private Probe one;
    private Probe other;

    @BeforeEach
    void start() {
        guest =
                new ManySmmusGuest(
                        machine,
                        interrupts ->
                                new DomainDescription(
                                        "guest1",
                                        List.of(AddressRange.of(TestedGuest.RAM, TestedGuest.SIZE)),
                                        false,
                                        List.of(),
                                        Optional.empty(),
                                        List.of(viommu(0), viommu(1)),
                                        List.of(stream(0), stream(1)),
                                        List.of(),
                                        DomainDescription.ORDINARY_WEIGHT,
                                        interrupts));
        first = attached(0);
        second = attached(1);
        one = new Probe(machine, 0, SAME);
        other = new Probe(machine, 1, SAME);
    }

    private AddressSpace attached(int smmu) {
        AddressSpace space = guest.smmu(smmu).driver.addressSpace();
        guest.smmu(smmu).driver.device(DeviceDescription.of(SAME)).attach(space);
        space.map(IOVA, guest.smmu(smmu).pages.demand(1), 4096, Access.READ);
        return space;
    }

    private static VirtualIommuDescription viommu(int smmu) {
        long frame = TestedGuest.REGISTERS + smmu * TestedMachine.FRAME;
        return new VirtualIommuDescription(
                AddressRange.of(frame, TestedMachine.FRAME), 40 + smmu, 8);
    }

    private static DomainDescription.Stream stream(int smmu) {
        return new DomainDescription.Stream(
                smmu, StreamId.of(SAME), PhysicalStream.of("/smmu" + smmu, SAME));
    }

    @AfterEach
    void close() {
        assertThat(machine.commandErrors()).isZero();
        machine.close();
    }

    @Test
    void theSameStreamOfBothLeadsToTwoPlaces() {
        assertThat(one.read(IOVA)).isNotNegative();
        assertThat(other.read(IOVA)).isNotNegative().isNotEqualTo(one.read(IOVA));
    }

    @Test
    void whatIsUnmappedBehindOneIsRememberedBehindTheOther() {
        assertThat(one.read(IOVA)).isNotNegative();
        assertThat(other.read(IOVA)).isNotNegative();
        assertThat(first.asid()).isEqualTo(second.asid());

        first.unmap(IOVA, 4096);

        assertThat(one.read(IOVA)).isNegative();
        assertThat(other.remembered(IOVA)).isTrue();
    }

    @Test
    void commandsOfOneReachItsPhysicalSmmuAlone() {
        long before = machine.machine.hostTraffic().get(1).commands();

        first.unmap(IOVA, 4096);

        assertThat(machine.machine.hostTraffic().get(1).commands()).isEqualTo(before);
    }

    @Test
    void faultsComeToTheQueueOfTheirOwn() {
        one.read(0x77_7000);
        other.read(0x66_6000);
        other.read(0x65_5000);
        guest.serve();

        assertThat(guest.smmu(0).events)
                .map(event -> ((FTranslation) event).fault().inputAddr())
                .containsExactly(0x77_7000L);
        assertThat(guest.smmu(1).events)
                .map(event -> ((FTranslation) event).fault().inputAddr())
                .containsExactly(0x66_6000L, 0x65_5000L);
        assertThat(guest.domain.traffic()).map(GuestTraffic::events).containsExactly(1L, 2L);
    }

    @Test
    void eachInterruptsByItsOwnLine() {
        other.read(0x66_6000);
        machine.settle();

        assertThat(guest.raised).containsExactly(41);
    }
}
