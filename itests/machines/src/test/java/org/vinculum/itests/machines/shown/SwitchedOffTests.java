package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Domain.Mapping;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.Probe;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;

/// A virtual SMMU that its guest turns off and on: meanwhile its devices follow GBPA, and nothing but its guest's memory is in
/// their reach.
class SwitchedOffTests {
    private static final long IOVA = 0x10_0000L;
    private static final int CR0 = 0x20;
    private static final int QUEUES = 0xc;
    private static final int ALL = 0xd;

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2");
    private final TestedGuest guest = machine.guest("guest1").with(1, 0, 5);
    private final Probe device = new Probe(machine, 0, 5);

    @AfterEach
    void close() {
        assertThat(machine.commandErrors()).isZero();
        machine.close();
    }

    /// Where the guest's memory is on the host.
    private long host(long guestPhysical) {
        var mapping =
                guest.domain.mappings().stream().filter(Mapping::ram).findFirst().orElseThrow();
        return mapping.host() + guestPhysical - mapping.guest().start().value();
    }

    private long mapped(GuestDriver driver) {
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
        long page = guest.pages.demand(1);
        space.map(IOVA, page, 4096, Access.READ);
        return page;
    }

    private void control(int value) {
        guest.hardware.write(CR0, 4, value);
        machine.settle();
        assertThat(guest.hardware.read(CR0 + 4, 4)).isEqualTo(value);
    }

    @Test
    void beforeADriverStartsDevicesReachTheGuestsMemoryAsItIs() {
        guest.created();

        assertThat(device.read(TestedGuest.RAM + 0x5000)).isEqualTo(host(TestedGuest.RAM + 0x5000));
        assertThat(device.read(TestedGuest.RAM + TestedGuest.SIZE)).isNegative();
        assertThat(device.read(TestedMachine.RAM)).isNegative();
    }

    @Test
    void aDriverThatStartsStopsEveryDeviceItHasNotAttached() {
        guest.started();

        assertThat(device.read(TestedGuest.RAM)).isNegative();
    }

    @Test
    void turnedOffWithAbortNothingGetsThroughAndNothingIsTold() {
        GuestDriver driver = guest.started();
        mapped(driver);

        driver.turnOff(true);

        assertThat(device.read(IOVA)).isNegative();
        assertThat(device.read(TestedGuest.RAM)).isNegative();
        guest.hardware.write(CR0, 4, QUEUES);
        guest.serve();
        assertThat(guest.events).isEmpty();
    }

    @Test
    void turnedOffWithBypassDevicesReachTheGuestsMemoryAndNoOther() {
        GuestDriver driver = guest.started();
        mapped(driver);

        driver.turnOff(false);

        assertThat(device.read(TestedGuest.RAM + 0x1000)).isEqualTo(host(TestedGuest.RAM + 0x1000));
        assertThat(device.read(IOVA)).isNegative();
        assertThat(device.read(TestedMachine.RAM)).isNegative();
    }

    @Test
    void turnedOnAgainItTranslatesAgain() {
        GuestDriver driver = guest.started();
        long page = mapped(driver);
        driver.turnOff(true);

        control(QUEUES);
        control(ALL);

        assertThat(device.read(IOVA)).isEqualTo(host(page));
    }

    @Test
    void whatTheGuestChangedMeanwhileIsInForceWhenItIsOnAgain() {
        GuestDriver driver = guest.started();
        mapped(driver);
        control(QUEUES);
        long entry = (guest.hardware.read(0x80, 8) & 0xf_ffff_ffff_f000L) + 64;

        // V, Config bypass
        guest.put(entry, 0b1001);
        control(ALL);

        assertThat(device.read(TestedGuest.RAM + 0x3000)).isEqualTo(host(TestedGuest.RAM + 0x3000));
    }

    @Test
    void gbpaIsChangedInForceWhileItIsOff() {
        guest.created();
        // UPDATE, ABORT
        guest.hardware.write(0x44, 4, 0x8010_0000L);
        machine.settle();
        assertThat(guest.hardware.read(0x44, 4) >>> 31).isZero();
        assertThat(device.read(TestedGuest.RAM)).isNegative();

        guest.hardware.write(0x44, 4, 0x8000_1000L);
        machine.settle();

        assertThat(device.read(TestedGuest.RAM)).isEqualTo(host(TestedGuest.RAM));
    }

    @Test
    void anotherGuestOfTheSameSmmuNoticesNothing() {
        TestedGuest other = machine.guest("guest2").with(1, 0, 6);
        GuestDriver others = other.started();
        AddressSpace space = others.addressSpace();
        others.device(DeviceDescription.of(1)).attach(space);
        space.map(IOVA, other.pages.demand(1), 4096, Access.READ);
        Probe theirs = new Probe(machine, 0, 6);
        long there = theirs.read(IOVA);
        GuestDriver driver = guest.started();

        driver.turnOff(true);
        assertThat(theirs.read(IOVA)).isEqualTo(there);
        driver.turnOff(false);
        assertThat(theirs.read(IOVA)).isEqualTo(there);
        control(QUEUES);
        control(ALL);

        assertThat(theirs.remembered(IOVA)).isTrue();
    }
}
