package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.Transfer;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.workload.SteadyGuest;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.RawCommands;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.smmu.spec.register.Idr5;

/// Transactions that wait for their guest, from the device to the guest's answer and back.
class StallTests {
    private static final long IOVA = 0x10_0000L;
    private static final int BOTH = Access.READ | Access.WRITE;

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2", "hi161x");
    private final MemorySegment bytes = Arena.ofAuto().allocate(4096, 8);
    private final TestedGuest guest = machine.guest("guest1").with(1, 0, 5).withStalls();
    private GuestDriver driver;
    private AddressSpace space;

    private void start(TestedGuest started) {
        started.answer = FaultHandler.Answer.LATER;
        driver = started.started();
        assertThat(driver.features().stalls()).isTrue();
        space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {1}, 0, true, false)).attach(space);
    }

    @AfterEach
    void close() {
        assertThat(machine.commandErrors()).isZero();
        machine.close();
    }

    private Transfer write(TestedGuest of, int smmu, long address) {
        return of.device(smmu, 5).write(DmaDevice.PLAIN, address, bytes);
    }

    private static FTranslation fault(TestedGuest of, int index) {
        return (FTranslation) of.events.get(index);
    }

    @Test
    void aTransferGoesOnWhenTheHandlerHasMappedThePage() {
        start(guest);
        guest.answer = FaultHandler.Answer.RETRY;
        guest.handler =
                event -> {
                    long page = ((FTranslation) event).fault().inputAddr() & -4096;
                    space.map(page, guest.pages.demand(1), 4096, BOTH);
                };

        Transfer transfer = write(guest, 0, IOVA);
        assertThat(transfer.state()).isEqualTo(TransferState.STALLED);
        guest.serve();

        assertThat(transfer.proceed()).isEqualTo(TransferState.DONE);
        assertThat(guest.events).hasSize(1);
        assertThat(fault(guest, 0).fault().stall()).isTrue();
        assertThat(guest.domain.traffic().getFirst().stalled()).isZero();
    }

    @Test
    void aTransferThatIsRetriedTooEarlyIsToldOfAgain() {
        start(guest);
        guest.answer = FaultHandler.Answer.RETRY;

        Transfer transfer = write(guest, 0, IOVA);
        guest.serve();

        assertThat(transfer.proceed()).isEqualTo(TransferState.STALLED);
        guest.serve();
        assertThat(guest.events).hasSize(2);
        assertThat(fault(guest, 1).fault().stall()).isTrue();
    }

    @Test
    void aTransferThatIsAbortedEnds() {
        start(guest);
        Transfer transfer = write(guest, 0, IOVA);
        guest.serve();

        driver.resume(1, fault(guest, 0).fault().stag(), false);
        machine.settle();

        assertThat(transfer.proceed()).isEqualTo(TransferState.ABORTED);
    }

    @Test
    void whatWaitsUnderAStreamEndsTogether() {
        start(guest);
        Transfer one = write(guest, 0, IOVA);
        Transfer other = write(guest, 0, IOVA + 0x1000);
        guest.serve();
        assertThat(guest.domain.traffic().getFirst().stalled()).isEqualTo(2);

        // STALL_TERM, StreamID 1
        new RawCommands(machine, guest).execute(0x1_0000_0045L, 0);

        assertThat(List.of(one.proceed(), other.proceed())).doesNotContain(TransferState.STALLED);
        assertThat(guest.domain.traffic().getFirst().stalled()).isZero();
    }

    @Test
    void whatNobodyHasAskedForCannotBeAnswered() {
        TestedGuest other = machine.guest("guest2").with(1, 0, 6).withStalls();
        start(guest);
        Transfer transfer = write(guest, 0, IOVA);
        guest.serve();
        int stag = fault(guest, 0).fault().stag();
        start(other);

        driver.resume(1, stag, false);
        machine.settle();

        assertThat(transfer.proceed()).isEqualTo(TransferState.STALLED);
    }

    @Test
    void whoeverIsDestroyedLeavesNothingWaiting() {
        start(guest);
        Transfer transfer = write(guest, 0, IOVA);

        guest.domain.destroy();

        assertThat(transfer.proceed()).isNotEqualTo(TransferState.STALLED);
    }

    @Test
    void noMoreWaitThanTheGuestHasBeenShown() {
        TestedGuest behindHi161x = machine.guest("guest1").with(1, 1, 5).withStalls();
        start(behindHi161x);
        int most = driver.features().idr5().get(Idr5.STALL_MAX);
        // a quarter of what the SMMU can hold
        assertThat(most).isEqualTo(4);
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < most + 4; i++) {
            transfers.add(write(behindHi161x, 1, IOVA + i * 4096L));
        }
        behindHi161x.serve();

        assertThat(behindHi161x.events).hasSize(most + 4);
        long waiting =
                behindHi161x.events.stream()
                        .filter(event -> ((FTranslation) event).fault().stall())
                        .count();
        assertThat(waiting).isEqualTo(most);
        assertThat(behindHi161x.domain.traffic().getFirst().stalled()).isEqualTo(most);
        assertThat(transfers.subList(most, most + 4))
                .allMatch(one -> one.proceed() == TransferState.ABORTED);
        assertThat(transfers.subList(0, most))
                .allMatch(one -> one.proceed() == TransferState.STALLED);
        for (int i = 0; i < most; i++) {
            driver.resume(1, fault(behindHi161x, i).fault().stag(), false);
        }
        machine.settle();
        assertThat(transfers.subList(0, most))
                .allMatch(one -> one.proceed() == TransferState.ABORTED);
    }

    @Test
    void aGuestWithAllItsStallsTakesNoneFromAnother() {
        start(guest);
        for (int i = 0; i < driver.features().idr5().get(Idr5.STALL_MAX) + 4; i++) {
            write(guest, 0, IOVA + i * 4096L);
        }
        machine.settle();
        TestedGuest other = machine.guest("guest2").with(1, 0, 6).withStalls();
        start(other);

        Transfer transfer = other.device(0, 6).write(DmaDevice.PLAIN, IOVA, bytes);
        other.serve();

        assertThat(transfer.state()).isEqualTo(TransferState.STALLED);
        assertThat(fault(other, 0).fault().stall()).isTrue();
        assertThat(guest.domain.traffic().getFirst().stalled()).isPositive();
    }

    @Test
    void aGuestThatLeavesEverythingWaitingKeepsNobodyElseFromMapping() {
        start(guest);
        for (int i = 0; i < driver.features().idr5().get(Idr5.STALL_MAX) + 4; i++) {
            write(guest, 0, IOVA + i * 4096L);
        }
        machine.settle();
        TestedGuest other = machine.guest("guest2").with(1, 0, 6);
        GuestDriver others = other.started();
        space = others.addressSpace();
        others.device(DeviceDescription.of(1)).attach(space);
        DmaDevice device = other.device(0, 6);
        SteadyGuest steady = new SteadyGuest(space, device, other.pages.demand(1), () -> 0);

        for (int i = 0; i < 50; i++) {
            steady.step();
            other.serve();
        }

        assertThat(steady.wrong()).isZero();
        assertThat(other.events).hasSize(50);
        assertThat(others.counts().timeouts()).isZero();
    }

    @Test
    void aFullQueueDropsNoStall() {
        guest.answer = FaultHandler.Answer.LATER;
        driver = guest.started(DriverOptions.ordinary().withEventBits(2));
        space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {1}, 0, true, false)).attach(space);
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            transfers.add(write(guest, 0, IOVA + i * 4096L));
        }

        for (int i = 0; i < 24 && guest.events.size() < 24; i++) {
            guest.serve();
        }

        assertThat(guest.events).hasSize(24);
        assertThat(driver.counts().overflows()).isZero();
        for (int i = 0; i < 24; i++) {
            driver.resume(1, fault(guest, i).fault().stag(), false);
        }
        machine.settle();
        assertThat(transfers).allMatch(one -> one.proceed() == TransferState.ABORTED);
    }

    @Test
    void aGuestThatHasNotBeenGivenStallsSeesNone() {
        TestedGuest without = machine.guest("guest2").with(1, 0, 6);
        GuestDriver plain = without.started();
        assertThat(plain.features().stalls()).isFalse();
        plain.device(new DeviceDescription(new int[] {1}, 0, true, false))
                .attach(plain.addressSpace());

        Transfer transfer = without.device(0, 6).write(DmaDevice.PLAIN, IOVA, bytes);

        assertThat(transfer.state()).isEqualTo(TransferState.ABORTED);
    }
}
