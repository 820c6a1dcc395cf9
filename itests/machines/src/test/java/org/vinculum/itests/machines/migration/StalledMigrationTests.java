package org.vinculum.itests.machines.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.Transfer;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.smmu.spec.event.FTranslation;

/// Transactions that wait for the guest while it moves: its device issues them again on the other machine, and the guest has
/// been told of them once.
class StalledMigrationTests {
    private static final int BOTH = Access.READ | Access.WRITE;
    private static final long IOVA = 0x10_0000L;

    private final TestedMachine first = new TestedMachine("smmuv3-3.2");
    private final TestedMachine second = new TestedMachine("hi161x");
    private final MovingGuest guest = new MovingGuest();
    private final MemorySegment bytes = Arena.ofAuto().allocate(4096, 8);
    private Map<String, Long> baseline;
    private AddressSpace space;

    @BeforeEach
    void start() {
        Home trial = Home.on(second, 1, 0x20, true, Map.of(), guest);
        baseline = trial.shown();
        trial.domain.destroy();
        guest.answer = FaultHandler.Answer.LATER;
        guest.livesAt(home(first));
        guest.start();
        space = guest.driver.addressSpace();
        guest.driver.device(new DeviceDescription(new int[] {1}, 0, true, false)).attach(space);
    }

    @AfterEach
    void close() {
        assertThat(first.commandErrors() + second.commandErrors()).isZero();
        first.close();
        second.close();
    }

    private Home home(TestedMachine machine) {
        return Home.on(machine, 1, 0x20, true, baseline, guest);
    }

    private Transfer write(long address) {
        return guest.device(0).write(DmaDevice.PLAIN, address, bytes);
    }

    private int stag(int event) {
        return ((FTranslation) guest.events.get(event)).fault().stag();
    }

    @Test
    void theTransactionIsIssuedAgainAndToldOnce() {
        assertThat(write(IOVA).state()).isEqualTo(TransferState.STALLED);
        guest.serve();
        assertThat(guest.events).hasSize(1);
        guest.move(home(second));

        Transfer again = write(IOVA);
        guest.serve();
        assertThat(again.state()).isEqualTo(TransferState.STALLED);
        assertThat(guest.events).hasSize(1);
        space.map(IOVA, guest.pages.demand(1), 4096, BOTH);
        guest.driver.resume(1, stag(0), true);
        guest.home().machine.settle();

        assertThat(again.proceed()).isEqualTo(TransferState.DONE);
        assertThat(guest.home().domain.traffic().getFirst().stalled()).isZero();
    }

    @Test
    void aGuestThatAnswersBeforeTheDeviceComesIsNotAskedAgain() {
        write(IOVA);
        guest.serve();
        guest.move(home(second));
        guest.driver.resume(1, stag(0), false);
        guest.home().machine.settle();

        Transfer again = write(IOVA);
        guest.serve();

        assertThat(again.proceed()).isEqualTo(TransferState.ABORTED);
        assertThat(guest.events).hasSize(1);
    }

    @Test
    void aGuestThatMapsBeforeTheDeviceComesLetsItThrough() {
        write(IOVA);
        guest.serve();
        guest.move(home(second));
        space.map(IOVA, guest.pages.demand(1), 4096, BOTH);
        guest.driver.resume(1, stag(0), true);
        guest.home().machine.settle();

        assertThat(write(IOVA).state()).isEqualTo(TransferState.DONE);
        assertThat(guest.events).hasSize(1);
        assertThat(guest.home().domain.traffic().getFirst().stalled()).isZero();
    }

    /// It was in the guest's queue, or on the way there, when the guest was stopped.
    @Test
    void anEventThatTheGuestHasNotReadMovesWithIt() {
        write(IOVA);
        write(IOVA + 0x1000);
        guest.move(home(second));
        Transfer one = write(IOVA);
        Transfer other = write(IOVA + 0x1000);

        guest.serve();
        assertThat(guest.events).hasSize(2);
        guest.driver.resume(1, stag(0), false);
        guest.driver.resume(1, stag(1), false);
        guest.home().machine.settle();

        assertThat(one.proceed()).isEqualTo(TransferState.ABORTED);
        assertThat(other.proceed()).isEqualTo(TransferState.ABORTED);
        guest.serve();
        assertThat(guest.events).hasSize(2);
    }

    @Test
    void itMovesThereAndBackWithoutAnAnswer() {
        write(IOVA);
        guest.serve();
        guest.move(home(second));
        write(IOVA);
        guest.move(home(first));
        Transfer again = write(IOVA);
        guest.serve();

        guest.driver.resume(1, stag(0), false);
        guest.home().machine.settle();

        assertThat(again.proceed()).isEqualTo(TransferState.ABORTED);
        assertThat(guest.events).hasSize(1);
    }
}
