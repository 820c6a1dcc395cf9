package org.vinculum.itests.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.Transfer;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.spec.event.FTranslation;

/// Devices that wait for their guest, and devices that keep translations.
class WaitingDeviceTests {
    private static final long IOVA = 0x10_0000L;
    private static final int BOTH = Access.READ | Access.WRITE;

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2");
    private final MemorySegment bytes = Arena.ofAuto().allocate(4096, 8);

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void aStalledTransferGoesOnWhenItsGuestHasMappedThePage() {
        TestedGuest guest = machine.guest("guest1").with(1, 0, 5).withStalls();
        guest.answer = FaultHandler.Answer.LATER;
        GuestDriver driver = guest.started();
        assertThat(driver.features().stalls()).isTrue();
        AddressSpace space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {1}, 0, true, false)).attach(space);

        Transfer transfer = guest.device(0, 5).write(DmaDevice.PLAIN, IOVA, bytes);
        assertThat(transfer.state()).isEqualTo(TransferState.STALLED);
        guest.serve();
        FTranslation fault = (FTranslation) guest.events.getFirst();
        assertThat(fault.streamId()).isEqualTo(1);
        assertThat(fault.fault().stall()).isTrue();
        space.map(IOVA, guest.pages.demand(1), 4096, BOTH);
        driver.resume(1, fault.fault().stag(), true);
        machine.settle();

        assertThat(transfer.proceed()).isEqualTo(TransferState.DONE);
    }

    @Test
    void aGuestThatHasNotBeenGivenStallsSeesNone() {
        GuestDriver driver = machine.guest("guest1").with(1, 0, 5).started();

        assertThat(driver.features().stalls()).isFalse();
    }

    @Test
    void aDeviceForgetsWhatItsGuestInvalidates() {
        TestedGuest guest = machine.guest("guest1").with(1, 0, 5).withAts();
        GuestDriver driver = guest.started();
        assertThat(driver.features().ats()).isTrue();
        AddressSpace space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {1}, 0, false, true)).attach(space);
        long page = guest.pages.demand(1);
        space.map(IOVA, page, 4096, BOTH);
        DmaDevice device = guest.device(0, 5, true);
        assertThat(device.write(DmaDevice.PLAIN, IOVA, bytes).state())
                .isEqualTo(TransferState.DONE);
        assertThat(device.heldTranslations()).isEqualTo(1);

        space.unmap(IOVA, 4096);

        assertThat(device.heldTranslations()).isZero();
        assertThat(device.write(DmaDevice.PLAIN, IOVA, bytes).state())
                .isEqualTo(TransferState.ABORTED);
        assertThat(machine.commandErrors()).isZero();
    }
}
