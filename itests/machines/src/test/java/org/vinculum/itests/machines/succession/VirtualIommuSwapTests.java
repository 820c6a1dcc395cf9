package org.vinculum.itests.machines.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.Transfer;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.itests.machines.Traffic;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.swap.SwapReport;

/// The virtual SMMU under a running guest is replaced by another one at any moment; the guest, its driver and its devices do not
/// notice. The hypervisor here finds a new type whenever it looks, so that every swap is one.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualIommuSwapTests {
    private static final long IOVA = 0x10_0000L;
    private static final int BOTH = Access.READ | Access.WRITE;
    private static final int SWAPS = Integer.getInteger("vinculum.swap.times", 100);
    private static final long SEED = Long.getLong("vinculum.swap.seed", 20261123L);

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2", "mmu-700-r1p1");
    private final MemorySegment bytes = Arena.ofAuto().allocate(4096, 8);

    @AfterEach
    void close() {
        assertThat(machine.commandErrors()).isZero();
        machine.close();
    }

    private static SwapReport swap(TestedGuest guest) {
        return guest.domain.swap(0, VirtualIommuDescription.SMMUV3);
    }

    @Test
    void guestsUnderTrafficLoseNothing() throws InterruptedException {
        List<TestedGuest> guests = new ArrayList<>();
        List<Traffic> traffic = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TestedGuest one = machine.guest("guest" + i).with(1, i % 2, 0x20 + i);
            guests.add(one);
            traffic.add(new Traffic(machine, one, i % 2, 0x20 + i));
        }
        SplittableRandom random = new SplittableRandom(SEED);

        for (int i = 0; i < SWAPS; i++) {
            int which = random.nextInt(guests.size());
            traffic.get(which).goesOn(random.nextInt(3));
            swap(guests.get(which));
        }

        for (Traffic one : traffic) {
            one.goesOn(3);
        }
        for (Traffic one : traffic) {
            one.stop();
        }
        machine.settle();
        for (Traffic one : traffic) {
            one.endsWithNothingLost();
        }
    }

    @Test
    void noTransactionOfAMappedPageFaultsMeanwhile() throws InterruptedException {
        TestedGuest guest = machine.guest("guest").with(1, 0, 0x20);
        GuestDriver driver = guest.started();
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
        space.map(IOVA, guest.pages.demand(1), 4096, BOTH);
        DmaDevice device = guest.device(0, 0x20);
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicLong done = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        Thread dma =
                Thread.ofPlatform()
                        .start(() -> {
                            while (running.get()) {
                                (device.reaches(IOVA, true) ? done : failed).incrementAndGet();
                            }
                        });
        for (int i = 0; i < SWAPS; i++) {
            long until = done.get() + 20;
            swap(guest);
            machine.settle();
            while (done.get() < until && failed.get() == 0) {
                Thread.yield();
            }
        }
        running.set(false);
        dma.join();

        assertThat(failed).hasValue(0);
        guest.serve();
        assertThat(guest.events).isEmpty();
    }

    @Test
    void namesOfTransactionsThatWaitStayValid() {
        TestedGuest guest = machine.guest("guest").with(1, 0, 5).withStalls();
        guest.answer = FaultHandler.Answer.LATER;
        GuestDriver driver = guest.started();
        AddressSpace space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {1}, 0, true, false)).attach(space);
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long address = IOVA + i * 0x1000L;
            transfers.add(guest.device(0, 5).write(DmaDevice.PLAIN, address, bytes));
        }
        guest.serve();
        assertThat(guest.events).hasSize(4);

        assertThat(swap(guest).stalled()).isEqualTo(4);
        swap(guest);
        machine.settle();
        guest.serve();

        assertThat(guest.events).as("nobody is told twice").hasSize(4);
        assertThat(guest.domain.traffic().getFirst().stalled()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            boolean retry = i % 2 == 0;
            if (retry) {
                space.map(IOVA + i * 0x1000L, guest.pages.demand(1), 4096, BOTH);
            }
            int stag = ((FTranslation) guest.events.get(i)).fault().stag();
            driver.resume(1, stag, retry);
            machine.settle();
            assertThat(transfers.get(i).proceed())
                    .isEqualTo(retry ? TransferState.DONE : TransferState.ABORTED);
        }
        assertThat(guest.domain.traffic().getFirst().stalled()).isZero();
    }

    @Test
    void aTransactionThatFaultsBetweenTwoSwapsIsToldOfOnce() {
        TestedGuest guest = machine.guest("guest").with(1, 0, 5).withStalls();
        guest.answer = FaultHandler.Answer.RETRY;
        GuestDriver driver = guest.started();
        AddressSpace space = driver.addressSpace();
        driver.device(new DeviceDescription(new int[] {1}, 0, true, false)).attach(space);
        guest.handler =
                event -> {
                    long page = ((FTranslation) event).fault().inputAddr() & -4096;
                    swap(guest);
                    space.map(page, guest.pages.demand(1), 4096, BOTH);
                    swap(guest);
                };
        for (int i = 0; i < 10; i++) {
            Transfer transfer = guest.device(0, 5).write(DmaDevice.PLAIN, IOVA + i * 4096L, bytes);
            swap(guest);
            guest.serve();
            assertThat(transfer.proceed()).isEqualTo(TransferState.DONE);
        }
        assertThat(guest.events).hasSize(10);
    }
}
