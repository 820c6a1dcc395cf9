package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.itests.machines.RawCommands;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.smmu.spec.register.Idr0;

/// Messages: of a device through the guest's own mapping of its doorbell or a window that firmware reserves for them, and of
/// the virtual SMMU itself.
class InterruptTests {
    private static final long IOVA = 0x800_0000L;

    /// CMD_SYNC with CS IRQ (IHI 0070, 4.7.3): data in bits 63:32.
    private static final long TELLING_SYNC = 0x1046;

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2", "thunderx2");
    private final TestedGuest guest = machine.guest("guest1").with(1, 0, 5);

    @AfterEach
    void close() {
        assertThat(machine.commandErrors()).isZero();
        machine.close();
    }

    private AddressSpace attached(GuestDriver driver) {
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
        return space;
    }

    @Test
    void aDeviceInterruptsItsGuestThroughTheDoorbellThatTheGuestHasMapped() {
        AddressSpace space = attached(guest.started());
        DmaDevice device = guest.device(0, 5);
        assertThat(device.message(DmaDevice.PLAIN, IOVA + 0x40, 17)).isFalse();

        space.mapDevice(IOVA, TestedGuest.MESSAGES, 4096);

        assertThat(device.message(DmaDevice.PLAIN, IOVA + 0x40, 17)).isTrue();
        machine.settle();
        assertThat(guest.messages).containsExactly("1:17");
    }

    /// What a guest does with a reserved memory range of the firmware (RMR): it maps it to where it is.
    @Test
    void aDeviceInterruptsItsGuestThroughAReservedWindow() {
        AddressSpace space = attached(guest.started());
        space.mapDevice(TestedGuest.MESSAGES, TestedGuest.MESSAGES, 0x1_0000);
        DmaDevice device = guest.device(0, 5);

        assertThat(device.message(DmaDevice.PLAIN, TestedGuest.DOORBELL, 18)).isTrue();

        assertThat(guest.messages).containsExactly("1:18");
    }

    @Test
    void aDeviceThatBypassesStage1InterruptsItsGuestAtTheDoorbellItself() {
        GuestDriver driver = guest.started();
        driver.device(DeviceDescription.of(1)).bypass();
        DmaDevice device = guest.device(0, 5);

        assertThat(device.message(DmaDevice.PLAIN, TestedGuest.DOORBELL, 19)).isTrue();

        assertThat(guest.messages).containsExactly("1:19");
    }

    @Test
    void aDeviceReachesNoDoorbellButItsGuests() {
        AddressSpace space = attached(guest.started());
        space.mapDevice(TestedMachine.MESSAGES, TestedMachine.MESSAGES, 4096);
        DmaDevice device = guest.device(0, 5);

        assertThat(device.message(DmaDevice.PLAIN, TestedMachine.MESSAGES + 0x40, 1)).isFalse();

        assertThat(guest.messages).isEmpty();
    }

    @Test
    void devicesOfTwoGuestsInterruptEachItsOwnByTheSameEvent() {
        TestedGuest other = machine.guest("guest2").with(2, 1, 5);
        attached(guest.started()).mapDevice(IOVA, TestedGuest.MESSAGES, 4096);
        GuestDriver driver = other.started();
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(2)).attach(space);
        space.mapDevice(IOVA, TestedGuest.MESSAGES, 4096);

        assertThat(guest.device(0, 5).message(DmaDevice.PLAIN, IOVA + 0x40, 9)).isTrue();
        assertThat(other.device(1, 5).message(DmaDevice.PLAIN, IOVA + 0x40, 9)).isTrue();

        assertThat(guest.messages).containsExactly("1:9");
        assertThat(other.messages).containsExactly("2:9");
    }

    @Test
    void theVirtualSmmuTellsOfEventsByMessages() {
        GuestDriver driver =
                guest.started(DriverOptions.ordinary().withMessages(TestedGuest.DOORBELL, 0));
        attached(driver);

        guest.device(0, 5).readLong(0x7000, -1);
        machine.settle();
        driver.serveInterrupts();

        assertThat(guest.events).hasSize(1);
        assertThat(driver.features().idr0().has(Idr0.MSI)).isTrue();
        assertThat(guest.messages).containsExactly("65535:0");
        assertThat(guest.raised).isEmpty();
    }

    @Test
    void theVirtualSmmuTellsOfErrorsByMessages() {
        GuestDriver driver =
                guest.started(DriverOptions.ordinary().withMessages(TestedGuest.DOORBELL, 0));
        attached(driver);

        new RawCommands(machine, guest).give(0xff, 0);

        assertThat(guest.messages).containsExactly("65535:1");
        assertThat(guest.raised).isEmpty();
    }

    @Test
    void eventsAndErrorsHaveWiresOfTheirOwn() {
        attached(guest.started());
        RawCommands commands = new RawCommands(machine, guest);

        guest.device(0, 5).readLong(0x7000, -1);
        machine.settle();
        commands.give(0xff, 0);

        assertThat(guest.raised).containsExactly(34, 35);
        assertThat(guest.messages).isEmpty();
    }

    @Test
    void aCompletedSyncWritesItsDataIntoMemory() {
        attached(guest.started());
        RawCommands commands = new RawCommands(machine, guest);
        long word = guest.pages.demand(1) + 0x28;
        guest.put(word, -1);

        commands.give(0x1234_5678L << 32 | TELLING_SYNC, word);

        assertThat(guest.word(word)).isEqualTo(0xffff_ffff_1234_5678L);
        assertThat(guest.raised).isEmpty();
    }

    @Test
    void aCompletedSyncRingsTheDoorbell() {
        attached(guest.started());
        RawCommands commands = new RawCommands(machine, guest);

        commands.give(0x77L << 32 | TELLING_SYNC, TestedGuest.DOORBELL);

        assertThat(guest.messages).containsExactly("65535:119");
    }

    @Test
    void aCompletedSyncWithoutAnAddressRaisesTheWire() {
        attached(guest.started());
        RawCommands commands = new RawCommands(machine, guest);

        commands.give(0x77L << 32 | TELLING_SYNC, 0);

        assertThat(guest.raised).containsExactly(34);
        assertThat(guest.messages).isEmpty();
    }

    @Test
    void anIllegalCommandInterruptsItsGuestAndIsRecoveredFrom() {
        GuestDriver driver = guest.started();
        attached(driver);
        long queue = guest.hardware.read(0x90, 8) & 0xf_ffff_ffff_ffe0L;
        int producer = (int) guest.hardware.read(0x98, 4);
        // a stranger in the guest writes a command into the driver's queue, behind its back
        guest.put(queue + producer % 256 * 16L, 0xff);
        guest.hardware.write(0x98, 4, producer + 1);
        machine.settle();
        assertThat(guest.hardware.read(0x9c, 4) >>> 24).isEqualTo(1);

        driver.serveInterrupts();
        machine.settle();

        assertThat(driver.counts().commandErrors()).isEqualTo(1);
        assertThat(guest.hardware.read(0x9c, 4) & 0xf_ffff).isEqualTo(producer + 1);
    }
}
