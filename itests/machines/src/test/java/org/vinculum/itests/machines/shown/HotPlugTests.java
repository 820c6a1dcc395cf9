package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.itests.machines.Traffic;

/// Guests and devices come and go while other guests have traffic on the same SMMUs; nothing of theirs is lost or out of date.
class HotPlugTests {
    private static final int BOTH = Access.READ | Access.WRITE;
    private static final int ROUNDS = Integer.getInteger("vinculum.plug.rounds", 12);
    private static final long IOVA = 0x10_0000L;
    private static final PhysicalStream MOVED = PhysicalStream.of("/smmu1", 0x77);

    private final TestedMachine machine =
            new TestedMachine("smmuv3-3.2", "smmuv3-3.3", "smmuv3-3.1");
    private Traffic behindFirst;
    private Traffic behindSecond;

    @BeforeEach
    void start() {
        behindFirst = new Traffic(machine, machine.guest("busy1").with(1, 0, 5), 0, 5);
        behindSecond = new Traffic(machine, machine.guest("busy2").with(1, 1, 5), 1, 5);
    }

    @AfterEach
    void close() throws InterruptedException {
        behindFirst.stop();
        behindSecond.stop();
        behindFirst.endsWithNothingLost();
        behindSecond.endsWithNothingLost();
        assertThat(machine.commandErrors()).isZero();
        machine.close();
    }

    private void othersGoOn() {
        behindFirst.goesOn(5);
        behindSecond.goesOn(5);
    }

    private static AddressSpace attached(GuestDriver driver, int vsid) {
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(vsid)).attach(space);
        return space;
    }

    @Test
    void guestsComeAndGo() {
        for (int round = 0; round < ROUNDS; round++) {
            TestedGuest guest = machine.guest("guest").with(1, 0, 0x77).with(2, 1, 0x77);
            GuestDriver driver = guest.started();
            AddressSpace space = attached(driver, 1);
            driver.device(DeviceDescription.of(2)).attach(space);
            DmaDevice one = guest.device(0, 0x77);
            DmaDevice other = guest.device(1, 0x77);
            // the guest before had the same number, name and address, and left its mapping
            assertThat(one.reaches(IOVA, false)).isFalse();
            assertThat(other.reaches(IOVA, false)).isFalse();
            long page = guest.pages.demand(1);
            guest.put(page, round);
            space.map(IOVA, page, 4096, BOTH);

            assertThat(one.readLong(IOVA, -1)).isEqualTo(round);
            assertThat(other.readLong(IOVA, -1)).isEqualTo(round);
            othersGoOn();
            guest.domain.destroy();

            assertThat(one.reaches(IOVA, false)).isFalse();
            assertThat(other.reaches(IOVA, false)).isFalse();
            assertThat(driver.counts().timeouts()).isZero();
        }
    }

    @Test
    void aDeviceGoesFromOneGuestToAnotherAndBack() {
        TestedGuest one = machine.guest("guest1").with(1, 0, 0x66);
        TestedGuest other = machine.guest("guest2").with(1, 0, 0x67);
        AddressSpace ours = mapped(one, 11);
        AddressSpace theirs = mapped(other, 22);
        assertThat(ours.asid()).isEqualTo(theirs.asid());
        DmaDevice device = one.device(1, 0x77);
        assertThat(device.reaches(IOVA, false)).isFalse();
        for (int round = 0; round < ROUNDS; round++) {
            TestedGuest owner = round % 2 == 0 ? one : other;

            owner.domain.attach(TestedGuest.stream(2, 1, 0x77));

            assertThat(device.readLong(IOVA, -1)).isEqualTo(round % 2 == 0 ? 11 : 22);
            othersGoOn();
            owner.domain.detach(MOVED);
            assertThat(device.reaches(IOVA, false)).isFalse();
        }
    }

    /// Stream 2 is in the guest's tables from the start; whether there is such a device is not the guest's to say.
    private static AddressSpace mapped(TestedGuest guest, long value) {
        GuestDriver driver = guest.started();
        AddressSpace space = attached(driver, 1);
        driver.device(DeviceDescription.of(2)).attach(space);
        long page = guest.pages.demand(1);
        guest.put(page, value);
        space.map(IOVA, page, 4096, BOTH);
        return space;
    }

    /// The guest has a device behind a further SMMU from here on; its invalidations go there too.
    @Test
    void aDeviceBehindAFurtherSmmuIsInvalidatedToo() {
        TestedGuest guest = machine.guest("guest").with(1, 0, 0x66);
        AddressSpace space = mapped(guest, 33);
        guest.domain.attach(TestedGuest.stream(2, 1, 0x77));
        DmaDevice device = guest.device(1, 0x77);
        assertThat(device.readLong(IOVA, -1)).isEqualTo(33);

        space.unmap(IOVA, 4096);

        assertThat(device.reaches(IOVA, false)).isFalse();
        othersGoOn();
    }

    @Test
    void aDeviceBehindAnSmmuThatLacksWhatTheGuestUsesIsRefused() {
        TestedGuest guest = machine.guest("guest").with(1, 0, 0x66);
        guest.started();

        assertThatThrownBy(() -> guest.domain.attach(TestedGuest.stream(2, 2, 0x77)))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessageContaining("/smmu2 lacks what the guest has been shown: IDR3.RIL");

        othersGoOn();
    }

    @Test
    void whatSomebodyHasIsRefusedAndStaysWhereItIs() {
        TestedGuest guest = machine.guest("guest").with(1, 0, 0x66);
        guest.started();

        assertThatThrownBy(() -> guest.domain.attach(TestedGuest.stream(2, 1, 5)))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessageContaining("/smmu1");

        othersGoOn();
    }
}
