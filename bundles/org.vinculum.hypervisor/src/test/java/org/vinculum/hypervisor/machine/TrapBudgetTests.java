package org.vinculum.hypervisor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.hypervisor.fake.FakeBench.guest;
import static org.vinculum.hypervisor.fake.FakeBench.stream;
import static org.vinculum.hypervisor.fake.FakeBench.write;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.hypervisor.fake.FakeIommu;

class TrapBudgetTests {
    private static final int BUDGET = 64;
    private static final int FULL_RING = 1 << 19;

    private final FakeBench bench = new FakeBench();
    private final Machine machine = bench.machine(2);

    @Test
    void aRegisterWriteCausesItsBudgetOfHostCommandsHoweverMuchWaits() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        long before = bench.host(0).given();

        write(guest, FakeIommu.COMMANDS, FULL_RING);

        assertThat(bench.host(0).given() - before).isEqualTo(BUDGET);
        assertThat(traffic(guest).waiting()).isEqualTo(FULL_RING - BUDGET);
        assertThat(traffic(guest).exhausted()).isEqualTo(1);
    }

    @Test
    void aCommandForTwoHostsMayExceedTheBudgetByOneStep() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7), stream(2, 1, 7)));
        long before = bench.host(0).given() + bench.host(1).given();

        write(guest, FakeIommu.COMMANDS, FULL_RING);

        assertThat(bench.host(0).given() + bench.host(1).given() - before)
                .isBetween((long) BUDGET, BUDGET + 2L);
    }

    @Test
    void aBatchAndItsSyncAreDoneWhenTheWriteReturns() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));

        write(guest, FakeIommu.SYNC, 0);
        write(guest, FakeIommu.COMMANDS, BUDGET - 1);
        write(guest, FakeIommu.SYNC, 1);

        assertThat(traffic(guest).waiting()).isZero();
        assertThat(traffic(guest).syncs()).isEqualTo(1);
        assertThat(bench.host(0).executed()).isEqualTo(bench.host(0).given());
    }

    @Test
    void syncsThatCompleteAtOnceDoNotStretchTheBudget() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));

        write(guest, FakeIommu.SYNC, FULL_RING);

        assertThat(traffic(guest).commands()).isEqualTo(BUDGET);
        assertThat(traffic(guest).syncs()).isEqualTo(BUDGET);
    }

    @Test
    void theRestIsDoneByScheduling() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        write(guest, FakeIommu.COMMANDS, 1000);
        write(guest, FakeIommu.SYNC, 1);

        while (machine.schedule(100)) {
            continue;
        }

        assertThat(traffic(guest).commands()).isEqualTo(1001);
        assertThat(traffic(guest).syncs()).isEqualTo(1);
    }

    @Test
    void schedulingKeepsItsOwnBudget() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        write(guest, FakeIommu.COMMANDS, FULL_RING);
        long before = bench.host(0).given();

        assertThat(machine.schedule(10)).isTrue();

        assertThat(bench.host(0).given() - before).isEqualTo(10);
    }

    @Test
    void whoeverWaitsIsServedBeforeAnothersSecondHelping() {
        Domain greedy = machine.create(guest("a", stream(1, 0, 7)));
        Domain other = machine.create(guest("b", stream(1, 0, 8)));
        write(greedy, FakeIommu.COMMANDS, FULL_RING);
        write(other, FakeIommu.COMMANDS, FULL_RING);

        for (int i = 0; i < 100; i++) {
            write(greedy, FakeIommu.COMMANDS, 1);
            machine.schedule(BUDGET);
        }

        assertThat(traffic(other).commands())
                .isGreaterThanOrEqualTo(traffic(greedy).commands() - 2 * BUDGET);
    }

    @Test
    void aSyncThatWaitsForAnothersBacklogCompletesByScheduling() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        bench.host(0).stuck = true;
        write(guest, FakeIommu.SYNC, 1);
        assertThat(traffic(guest).syncs()).isZero();
        assertThat(machine.schedule(BUDGET)).isTrue();

        bench.host(0).stuck = false;
        while (machine.schedule(BUDGET)) {
            continue;
        }

        assertThat(traffic(guest).syncs()).isEqualTo(1);
    }

    @Test
    void whoeverWaitsForAHostThatSomebodyElseMovesIsSeenTo() {
        Domain waiting = machine.create(guest("a", stream(1, 0, 7)));
        Domain other = machine.create(guest("b", stream(1, 0, 8)));
        bench.host(0).stuck = true;
        write(waiting, FakeIommu.SYNC, 1);
        machine.schedule(BUDGET);
        bench.host(0).stuck = false;
        var told = new AtomicInteger();
        machine.onWork(told::incrementAndGet);

        write(other, FakeIommu.COMMANDS, 1);
        assertThat(told.get()).isEqualTo(1);
        machine.schedule(BUDGET);

        assertThat(traffic(waiting).syncs()).isEqualTo(1);
    }

    @Test
    void somebodyIsToldOnceOfWorkThatWasLeft() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));
        machine.schedule(BUDGET);
        var told = new AtomicInteger();
        machine.onWork(told::incrementAndGet);

        write(guest, FakeIommu.COMMANDS, 10);
        assertThat(told.get()).isZero();
        write(guest, FakeIommu.COMMANDS, FULL_RING);
        write(guest, FakeIommu.COMMANDS, FULL_RING);

        assertThat(told.get()).isEqualTo(1);
    }

    @Test
    void readsAndWritesAreCountedAndOddOnesDoNothing() {
        Domain guest = machine.create(guest("a", stream(1, 0, 7)));

        assertThat(guest.read(FakeBench.VIOMMU + 0x10, 4)).isEqualTo(0x14);
        assertThat(guest.read(FakeBench.VIOMMU + 0x12, 4)).isZero();
        assertThat(guest.read(FakeBench.VIOMMU + 0x10, 2)).isZero();
        assertThat(guest.read(FakeBench.VIOMMU + FakeIommu.FRAME - 4, 8)).isZero();
        guest.write(FakeBench.VIOMMU, 2, 1);
        guest.write(FakeBench.VIOMMU + 4, 8, 1);

        assertThat(traffic(guest).commands()).isZero();
        assertThat(traffic(guest).registerReads()).isEqualTo(4);
        assertThat(traffic(guest).registerWrites()).isEqualTo(2);
    }

    @Test
    void waitingIsMeasuredInTimeAndInCommandsOfOthers() {
        Domain first = machine.create(guest("a", stream(1, 0, 7)));
        Domain second = machine.create(guest("b", stream(1, 0, 8)));
        write(first, FakeIommu.COMMANDS, 2 * BUDGET + 20);
        write(second, FakeIommu.COMMANDS, 3 * BUDGET);
        bench.nanos.addAndGet(500);

        while (machine.schedule(BUDGET)) {
            bench.nanos.addAndGet(100);
        }

        assertThat(traffic(second).waited()).isBetween(1L, 2L * BUDGET + 20);
        assertThat(traffic(second).waitNanos()).isBetween(500L, 2000L);
    }

    private static GuestTraffic traffic(Domain guest) {
        return guest.traffic().getFirst();
    }
}
