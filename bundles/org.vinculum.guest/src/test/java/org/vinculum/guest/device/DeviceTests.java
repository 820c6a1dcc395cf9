package org.vinculum.guest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.raw.BareMachine;
import org.vinculum.iommu.Access;

class DeviceTests {
    private static final long DATA = BareMachine.RAM + 0x300_0000L;
    private static final int BOTH = Access.READ | Access.WRITE;

    private final BareMachine machine = BareMachine.of("smmuv3-3.2");
    private final MemorySegment pattern = Arena.ofAuto().allocate(10_000, 8);
    private final MemorySegment back = Arena.ofAuto().allocate(10_000, 8);
    private GuestDriver driver;
    private AddressSpace space;

    @BeforeEach
    void start() {
        driver = machine.start(BareMachine.options(BareMachine.profile("smmuv3-3.2")));
        space = driver.addressSpace();
        driver.device(DeviceDescription.of(3)).attach(space);
        driver.device(new DeviceDescription(new int[] {4}, 0, false, true)).attach(space);
        for (long i = 0; i < pattern.byteSize(); i++) {
            pattern.set(ValueLayout.JAVA_BYTE, i, (byte) (i * 31 >> 3));
        }
        // pages in another order than their addresses
        for (int i = 0; i < 8; i++) {
            space.map(0x10_0000 + 4096L * i, DATA + 4096L * (i * 5 % 8), 4096, BOTH);
        }
    }

    @Test
    void bytesComeBackAsTheyWereWrittenAcrossPages() {
        DmaDevice device = machine.device(3, false);

        assertThat(device.write(DmaDevice.PLAIN, 0x10_0123, pattern).state())
                .isEqualTo(TransferState.DONE);
        assertThat(device.copy(DmaDevice.PLAIN, 0x10_0123, 0x10_4777, 10_000).state())
                .isEqualTo(TransferState.DONE);
        assertThat(device.read(DmaDevice.PLAIN, 0x10_4777, back).done()).isEqualTo(10_000);

        assertThat(back.mismatch(pattern)).isEqualTo(-1);
    }

    @Test
    void aCopyEndsWhereItIsAborted() {
        DmaDevice device = machine.device(3, false);
        space.unmap(0x10_6000, 4096);

        Transfer copy = device.copy(DmaDevice.PLAIN, 0x10_0000, 0x10_5800, 6000);

        assertThat(copy.state()).isEqualTo(TransferState.ABORTED);
        assertThat(copy.done()).isEqualTo(0x800);
    }

    @Test
    void aDeviceSendsMessagesThroughAMappingOfTheDoorbell() {
        DmaDevice device = machine.device(3, false);
        assertThat(device.message(DmaDevice.PLAIN, 0x900_0040, 17)).isFalse();

        space.mapDevice(0x900_0000, BareMachine.DOORBELL & -4096, 4096);

        assertThat(device.message(DmaDevice.PLAIN, 0x900_0040, 17)).isTrue();
        assertThat(machine.messages).contains(17);
    }

    @Test
    void aDeviceThatKeepsTranslationsUsesThemUntilItIsToldToForget() {
        DmaDevice device = machine.device(4, true);
        device.write(DmaDevice.PLAIN, 0x10_0123, pattern);
        assertThat(device.read(DmaDevice.PLAIN, 0x10_0123, back).state())
                .isEqualTo(TransferState.DONE);
        assertThat(back.mismatch(pattern)).isEqualTo(-1);
        assertThat(device.heldTranslations()).isEqualTo(3);

        space.unmap(0x10_1000, 4096);

        assertThat(device.heldTranslations()).isEqualTo(2);
        assertThat(device.read(DmaDevice.PLAIN, 0x10_1000, back.asSlice(0, 8)).state())
                .isEqualTo(TransferState.ABORTED);
    }

    @Test
    void detachingEmptiesWhatTheDeviceKeeps() {
        DmaDevice device = machine.device(4, true);
        device.write(DmaDevice.PLAIN, 0x10_0123, pattern);

        driver.device(new DeviceDescription(new int[] {4}, 0, false, true)).detach();

        assertThat(device.heldTranslations()).isZero();
    }
}
