package org.vinculum.itests.machines.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.DomainState;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.Probe;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.itests.machines.Traffic;
import org.vinculum.memory.Ram;

/// A guest moves from one hypervisor to another, between SMMUs of different products, while its driver maps, unmaps and
/// waits for CMD_SYNC; the driver does not notice.
class LiveMigrationTests {
    private static final int BOTH = Access.READ | Access.WRITE;
    private static final int DEVICES = 3;
    private static final long IOVA = 0x10_0000L;
    private static final int MOVES = Integer.getInteger("vinculum.migration.moves", 8);
    private static final long SEED = Long.getLong("vinculum.migration.seed", 20261122L);

    private final TestedMachine first = new TestedMachine("smmuv3-3.3", "mmu-700-r1p1");
    private final TestedMachine second = new TestedMachine("smmuv3-3.0", "hi161x", "thunderx2");
    private final MovingGuest guest = new MovingGuest();

    @AfterEach
    void close() {
        assertThat(first.commandErrors() + second.commandErrors()).isZero();
        first.close();
        second.close();
    }

    private Home home(TestedMachine machine, Map<String, Long> baseline) {
        return Home.on(machine, DEVICES, 0x20, false, baseline, guest);
    }

    /// What every home of the guest has.
    private Map<String, Long> baseline() {
        Home trial = home(second, Map.of());
        Map<String, Long> shown = trial.shown();
        trial.domain.destroy();
        return shown;
    }

    @Test
    void theDriverGoesOnWithoutNoticing() throws InterruptedException {
        Map<String, Long> baseline = baseline();
        guest.livesAt(home(first, baseline));
        guest.start();
        List<AddressSpace> spaces = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            spaces.add(guest.driver.addressSpace());
            guest.driver.device(DeviceDescription.of(1 + i)).attach(spaces.get(i));
        }
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicLong cycles = new AtomicLong();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread processor =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                work(spaces, running, cycles);
                            } catch (Throwable e) {
                                failure.set(e);
                            }
                        });
        SplittableRandom random = new SplittableRandom(SEED);
        long faultsBefore = 0;
        int late = 0;
        for (int i = 0; i < MOVES && failure.get() == null; i++) {
            long until = cycles.get() + random.nextInt(1, 40);
            while (cycles.get() < until && failure.get() == null) {
                Thread.yield();
            }
            Home to = home(i % 2 == 0 ? second : first, baseline);
            Home.copy(guest.home().domain, to.domain);
            guest.stopProcessor();
            late += guest.move(to);
            guest.goOn();
        }
        long atLastMove = cycles.get();
        while (cycles.get() < atLastMove + 20 && failure.get() == null) {
            Thread.yield();
        }
        running.set(false);
        processor.join();

        assertThat(failure.get()).as("seed %d", SEED).isNull();
        assertThat(late).as("pages that changed while they were copied").isPositive();
        assertThat(guest.driver.counts().timeouts()).isZero();
        assertThat(guest.driver.counts().commandErrors()).isZero();
        assertThat(guest.driver.counts().overflows()).isZero();
        assertThat(guest.events.size() - faultsBefore).isEqualTo(cycles.get());
    }

    /// Each cycle maps a page for one device, lets it write there, unmaps it, and sees it fault.
    private void work(List<AddressSpace> spaces, AtomicBoolean running, AtomicLong cycles) {
        MemorySegment bytes = Arena.ofAuto().allocate(4096, 8);
        long page = guest.pages.demand(1);
        while (running.get()) {
            long number = cycles.get();
            int which = (int) (number % DEVICES);
            long iova = IOVA + number % 512 * 4096;
            spaces.get(which).map(iova, page, 4096, BOTH);
            bytes.set(ValueLayout.JAVA_LONG, 0, number);
            // the device moves with its guest, at no other moment than the processor's
            DmaDevice device = guest.device(which);
            if (device.write(DmaDevice.PLAIN, iova, bytes).state() != TransferState.DONE) {
                throw new AssertionError("device " + which + " does not reach its page");
            }
            Ram ram = guest.ram(page);
            if (ram.getLong(page - ram.start()) != number) {
                throw new AssertionError("what device " + which + " has written is not there");
            }
            spaces.get(which).unmap(iova, 4096);
            DmaDevice now = guest.device(which);
            if (now.reaches(iova, true)) {
                throw new AssertionError("device " + which + " reaches what is unmapped");
            }
            device.disconnect();
            now.disconnect();
            guest.home().machine.settle();
            guest.driver.serveInterrupts();
            cycles.incrementAndGet();
        }
    }

    @Test
    void aMachineThatLacksWhatWasShownSaysWhatAndTheGuestGoesOnWhereItWas() {
        guest.livesAt(home(first, Map.of()));
        guest.start();
        AddressSpace space = guest.driver.addressSpace();
        guest.driver.device(DeviceDescription.of(1)).attach(space);
        long page = guest.pages.demand(1);
        space.map(IOVA, page, 4096, BOTH);
        Home to = home(second, Map.of());
        DomainState state = guest.home().domain.save();
        Home.copy(guest.home().domain, to.domain);

        assertThatThrownBy(() -> to.domain.restore(state))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessageContaining("IDR3.RIL")
                .hasMessageContaining("IDR0.HTTU")
                .hasMessageContaining("/smmu1");
        to.domain.destroy();
        guest.home().domain.restore(state);

        assertThat(guest.device(0).readLong(IOVA, -1)).isZero();
        space.unmap(IOVA, 4096);
        assertThat(guest.device(0).reaches(IOVA, false)).isFalse();
        assertThat(guest.driver.counts().timeouts()).isZero();
    }

    @Test
    void whatIsSavedReachesNothingAnyMore() {
        guest.livesAt(home(first, Map.of()));
        guest.start();
        AddressSpace space = guest.driver.addressSpace();
        guest.driver.device(DeviceDescription.of(1)).attach(space);
        space.map(IOVA, guest.pages.demand(1), 4096, BOTH);
        DmaDevice device = guest.device(0);
        assertThat(device.reaches(IOVA, true)).isTrue();

        guest.home().domain.save();

        assertThat(device.reaches(IOVA, true)).isFalse();
    }

    @Test
    void neighboursOfAMovingGuestNoticeNothing() {
        var neighbour = first.guest("neighbour").with(1, 0, 0x50);
        var others = neighbour.started();
        AddressSpace space = others.addressSpace();
        others.device(DeviceDescription.of(1)).attach(space);
        space.map(IOVA, neighbour.pages.demand(1), 4096, BOTH);
        var probe = new Probe(first, 0, 0x50);
        Map<String, Long> baseline = baseline();
        guest.livesAt(home(first, baseline));
        guest.start();
        assertThat(probe.read(IOVA)).isNotNegative();

        guest.move(home(second, baseline));
        guest.move(home(first, baseline));

        assertThat(probe.remembered(IOVA)).isTrue();
        neighbour.serve();
        assertThat(neighbour.events).isEmpty();
    }

    @Test
    void traffickingNeighboursOnBothMachinesLoseNothing() throws InterruptedException {
        Map<String, Long> baseline = baseline();
        Traffic here = new Traffic(first, first.guest("busy").with(1, 0, 0x50), 0, 0x50);
        Traffic there = new Traffic(second, second.guest("busy").with(1, 0, 0x50), 0, 0x50);
        guest.livesAt(home(first, baseline));
        guest.start();
        AddressSpace space = guest.driver.addressSpace();
        guest.driver.device(DeviceDescription.of(1)).attach(space);
        long page = guest.pages.demand(1);
        for (int i = 0; i < MOVES; i++) {
            guest.move(home(i % 2 == 0 ? second : first, baseline));
            space.map(IOVA, page, 4096, BOTH);
            assertThat(guest.device(0).reaches(IOVA, true)).isTrue();
            space.unmap(IOVA, 4096);
            assertThat(guest.device(0).reaches(IOVA, true)).isFalse();
            here.goesOn(3);
            there.goesOn(3);
        }

        here.endsWithNothingLost();
        there.endsWithNothingLost();
        assertThat(guest.driver.counts().timeouts()).isZero();
    }
}
