package org.vinculum.guest.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.Transfer;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.raw.BareMachine;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.spec.event.FTranslation;

class StallHandlingTests {
    private static final long DATA = BareMachine.RAM + 0x300_0000L;
    private static final int STREAM = 3;

    private final BareMachine machine = BareMachine.of("smmuv3-3.2");
    private final MemorySegment bytes = Arena.ofAuto().allocate(3 * 4096, 8);
    private GuestDriver driver;
    private AddressSpace space;
    private DmaDevice dma;

    @BeforeEach
    void start() {
        driver = machine.start(BareMachine.options(BareMachine.profile("smmuv3-3.2")));
        space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {STREAM}, 0, true, false)).attach(space);
        dma = machine.device(STREAM, false);
        space.map(0x10_0000, DATA, 4096, Access.READ | Access.WRITE);
        bytes.fill((byte) 7);
    }

    private void serve() {
        driver.serveInterrupts();
        for (int i = 0; i < 4; i++) {
            machine.pause();
        }
    }

    @Test
    void aTransferWaitsUntilItsPageIsMappedAndGoesOnThere() {
        machine.answer = FaultHandler.Answer.LATER;
        Transfer transfer = dma.write(DmaDevice.PLAIN, 0x10_0800, bytes.asSlice(0, 0x1000));
        assertThat(transfer.state()).isEqualTo(TransferState.STALLED);
        assertThat(transfer.done()).isEqualTo(0x800);
        serve();
        assertThat(transfer.proceed()).isEqualTo(TransferState.STALLED);

        space.map(0x10_1000, DATA + 0x5000, 4096, Access.READ | Access.WRITE);
        FTranslation fault = (FTranslation) machine.events.getFirst();
        driver.resume(STREAM, fault.fault().stag(), true);
        serve();

        assertThat(transfer.proceed()).isEqualTo(TransferState.DONE);
        long last = DATA + 0x57ff - BareMachine.RAM;
        assertThat(machine.ram(DATA).segment().get(ValueLayout.JAVA_BYTE, last))
                .isEqualTo((byte) 7);
        assertThat(machine.ram(DATA).segment().get(ValueLayout.JAVA_BYTE, last + 1)).isZero();
    }

    @Test
    void aTransferThatNobodyCaresForIsAborted() {
        machine.answer = FaultHandler.Answer.ABORT;
        Transfer transfer = dma.read(DmaDevice.PLAIN, 0x20_0000, bytes);
        serve();

        assertThat(transfer.proceed()).isEqualTo(TransferState.ABORTED);
        assertThat(transfer.done()).isZero();
    }

    @Test
    void aDeviceThatDoesNotBearToWaitIsAborted() {
        driver.device(DeviceDescription.of(9)).attach(space);

        Transfer transfer = machine.device(9, false).read(DmaDevice.PLAIN, 0x20_0000, bytes);

        assertThat(transfer.state()).isEqualTo(TransferState.ABORTED);
    }
}
