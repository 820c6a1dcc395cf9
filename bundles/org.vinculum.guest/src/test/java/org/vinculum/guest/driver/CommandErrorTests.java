package org.vinculum.guest.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.raw.BareMachine;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.spec.queue.Ring;

class CommandErrorTests {
    private static final long DATA = BareMachine.RAM + 0x300_0000L;

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.2", "thunderx2"})
    void aCommandThatStoppedTheQueueIsSkippedAndThoseBehindItGoOn(String profile) {
        BareMachine machine = BareMachine.of(profile);
        GuestDriver driver = machine.start(BareMachine.options(BareMachine.profile(profile)));
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(3)).attach(space);
        DmaDevice dma = machine.device(3, false);
        space.map(0x7000, DATA, 4096, Access.READ);
        space.map(0x9000, DATA, 4096, Access.READ);
        assertThat(dma.reaches(0x7000, false)).isTrue();

        machine.spoil = true;
        space.unmap(0x9000, 4096);
        assertThat(driver.counts().commandErrors()).isEqualTo(1);
        space.unmap(0x7000, 4096);

        assertThat(dma.reaches(0x7000, false)).isFalse();
        assertThat(driver.counts().commandErrors()).isEqualTo(1);
        assertThat(driver.counts().timeouts()).isZero();
        assertThat(machine.read(0x60, 4)).isEqualTo(machine.read(0x64, 4));
    }

    @Test
    void theQueueWrapsManyTimes() {
        BareMachine machine = BareMachine.of("smmuv3-3.0");
        GuestDriver driver = machine.start(DriverOptions.ordinary().withCommandBits(7));
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(3)).attach(space);

        for (int i = 0; i < 30; i++) {
            space.map(0x10_0000, DATA, 100 * 4096, Access.READ);
            space.unmap(0x10_0000, 100 * 4096);
        }

        Ring ring = Ring.of(machine.read(0x90, 8), 19, 16);
        assertThat(ring.size()).isEqualTo(128);
        assertThat(driver.counts().timeouts()).isZero();
        assertThat(machine.commands()).isGreaterThan(3000);
    }
}
