package org.vinculum.itests.machines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.smmu.spec.register.Idr0;

/// Messages: of a device through the guest's own mapping of its doorbell, and of the virtual SMMU itself.
class InterruptTests {
    private static final long IOVA = 0x800_0000L;

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2");
    private final TestedGuest guest = machine.guest("guest1").with(1, 0, 5);

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void aDeviceInterruptsItsGuestThroughTheDoorbellThatTheGuestHasMapped() {
        GuestDriver driver = guest.started();
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
        DmaDevice device = guest.device(0, 5);
        assertThat(device.message(DmaDevice.PLAIN, IOVA + 0x40, 17)).isFalse();

        space.mapDevice(IOVA, TestedGuest.MESSAGES, 4096);

        assertThat(device.message(DmaDevice.PLAIN, IOVA + 0x40, 17)).isTrue();
        machine.settle();
        assertThat(guest.messages).containsExactly("1:17");
    }

    @Test
    void theVirtualSmmuInterruptsByMessagesWhereItsGuestAsksForThem() {
        GuestDriver driver =
                guest.started(DriverOptions.ordinary().withMessages(TestedGuest.DOORBELL, 0));
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);

        guest.device(0, 5).readLong(0x7000, -1);
        machine.settle();
        driver.serveInterrupts();

        assertThat(guest.events).hasSize(1);
        assertThat(driver.features().idr0().has(Idr0.MSI)).isTrue();
        assertThat(guest.messages).containsExactly("65535:0");
    }

    @Test
    void anIllegalCommandInterruptsItsGuestAndIsRecoveredFrom() {
        GuestDriver driver = guest.started();
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
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
        assertThat(machine.commandErrors()).isZero();
    }
}
