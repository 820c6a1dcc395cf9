package org.vinculum.guest.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.raw.BareMachine;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.spec.event.CBadStreamid;
import org.vinculum.smmu.spec.event.FPermission;
import org.vinculum.smmu.spec.event.FTranslation;

class FaultTests {
    private static final long DATA = BareMachine.RAM + 0x300_0000L;
    private static final int STREAM = 3;

    private static DriverOptions options(String profile) {
        return BareMachine.options(BareMachine.profile(profile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmuv3-3.2", "thunderx2", "hi161x"})
    void aReadOfWhatIsNotMappedIsAnEvent(String profile) {
        BareMachine machine = BareMachine.of(profile);
        GuestDriver driver = machine.start(options(profile));
        driver.device(DeviceDescription.of(STREAM)).attach(driver.addressSpace());

        machine.device(STREAM, false).readLong(0x7000, -1);

        assertThat(driver.serveInterrupts()).isEqualTo(1);
        assertThat(machine.events.getFirst())
                .isInstanceOfSatisfying(
                        FTranslation.class,
                        fault -> {
                            assertThat(fault.streamId()).isEqualTo(STREAM);
                            assertThat(fault.fault().inputAddr()).isEqualTo(0x7000);
                            assertThat(fault.fault().access().rnw()).isTrue();
                        });
        assertThat(driver.serveInterrupts()).isZero();
    }

    @Test
    void aWriteToWhatIsForReadingOnlyIsAnEvent() {
        BareMachine machine = BareMachine.of("smmuv3-3.2");
        GuestDriver driver = machine.start(options("smmuv3-3.2"));
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(STREAM)).attach(space);
        space.map(0x7000, DATA, 4096, Access.READ);

        assertThat(machine.device(STREAM, false).reaches(0x7008, true)).isFalse();

        driver.serveInterrupts();
        assertThat(machine.events.getFirst()).isInstanceOf(FPermission.class);
    }

    @Test
    void streamsThatNobodyAttachedAbortWithoutAnEvent() {
        BareMachine machine = BareMachine.of("smmuv3-3.2");
        GuestDriver driver = machine.start(options("smmuv3-3.2"));
        AttachedDevice device = driver.device(DeviceDescription.of(STREAM));
        DmaDevice dma = machine.device(STREAM, false);
        assertThat(dma.reaches(DATA, false)).isFalse();

        device.bypass();
        assertThat(dma.reaches(DATA, true)).isTrue();

        device.detach();
        assertThat(dma.reaches(DATA, false)).isFalse();
        assertThat(driver.serveInterrupts()).isZero();
    }

    @Test
    void aStreamWithoutATableIsAnEvent() {
        BareMachine machine = BareMachine.of("smmuv3-3.2");
        GuestDriver driver = machine.start(options("smmuv3-3.2"));

        machine.device(0x4_0000, false).readLong(DATA, -1);

        driver.serveInterrupts();
        assertThat(machine.events.getFirst()).isInstanceOf(CBadStreamid.class);
    }

    @Test
    void eventsThatFindNoPlaceAreNotedAsAnOverflowAndTheQueueGoesOn() {
        BareMachine machine = BareMachine.of("smmuv3-3.2");
        GuestDriver driver = machine.start(options("smmuv3-3.2").withEventBits(4));
        driver.device(DeviceDescription.of(STREAM)).attach(driver.addressSpace());
        DmaDevice dma = machine.device(STREAM, false);
        for (int i = 0; i < 40; i++) {
            dma.readLong(0x7000 + 8L * i, -1);
        }

        assertThat(driver.serveInterrupts()).isEqualTo(16);
        assertThat(driver.counts().overflows()).isEqualTo(1);
        dma.readLong(0x7000, -1);
        assertThat(driver.serveInterrupts()).isEqualTo(1);
        assertThat(driver.counts().overflows()).isEqualTo(1);
    }

    @Test
    void aTurnedOffSmmuAbortsOrPassesAsAsked() {
        BareMachine machine = BareMachine.of("smmuv3-3.2");
        GuestDriver driver = machine.start(options("smmuv3-3.2"));
        DmaDevice dma = machine.device(STREAM, false);

        driver.turnOff(true);
        assertThat(dma.reaches(DATA, true)).isFalse();
        driver.turnOff(false);
        assertThat(dma.reaches(DATA, true)).isTrue();
    }
}
