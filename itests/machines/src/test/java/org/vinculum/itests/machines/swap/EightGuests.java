package org.vinculum.itests.machines.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.vinculum.domain.Hypervisor;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.swap.SwapReport;

/// Swaps virtual SMMUs, and models among five, at random moments while eight guests, each on two threads, map, unmap, fault, stall and let their
/// devices write without a break.
public final class EightGuests implements AutoCloseable {
    private static final int GUESTS = 8;
    private static final int SMMUS = 2;
    private static final int STALLING = 3;
    private static final int FIRST_PSID = 5;
    private static final long RAM = 1L << 30;
    private static final int LONGEST_BREAK = 10_000_000;

    private final SplittableRandom random;
    private final Duration patience;
    private final TestedMachine machine;
    private final List<BusyGuest> guests = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private int takenOver;

    /// @param patience with a guest that is to come to its end
    public EightGuests(Hypervisor hypervisor, long seed, Duration patience) {
        this.random = new SplittableRandom(seed);
        this.patience = patience;
        machine = Pool.machine(hypervisor, RAM, "smmuv3-3.0", "mmu-700-r1p1");
        for (int i = 0; i < GUESTS; i++) {
            guests.add(guest(i));
        }
    }

    private BusyGuest guest(int number) {
        int smmu = number % SMMUS;
        boolean stalls = number >= GUESTS - STALLING;
        TestedGuest guest = machine.guest("guest" + number).with(1, smmu, FIRST_PSID + number);
        return new BusyGuest(
                machine, stalls ? guest.withStalls() : guest, smmu, FIRST_PSID + number, stalls);
    }

    /// @throws AssertionError when something is lost, early or twice
    public void play(int swaps) throws InterruptedException {
        guests.forEach(BusyGuest::start);
        while (pauses.size() < swaps) {
            LockSupport.parkNanos(random.nextInt(LONGEST_BREAK));
            swap();
        }
        guests.forEach(BusyGuest::stop);
        for (BusyGuest guest : guests) {
            guest.await(patience);
        }
        guests.forEach(BusyGuest::lostNothing);
        assertThat(machine.commandErrors()).isZero();
        assertThat(machine.machine.hostTraffic()).allMatch(host -> host.syncTimeouts() == 0);
        assertThat(guests).as("guests that got on").allMatch(guest -> guest.cycles() > 0);
    }

    /// A virtual SMMU, and a model.
    private void swap() {
        String next = Pool.NAMES.get(random.nextInt(Pool.NAMES.size()));
        guests.get(random.nextInt(GUESTS)).swapVirtual();
        SwapReport report = machine.machine.swap("/smmu" + random.nextInt(SMMUS), next);
        if (report.pauseNanos() > 0) {
            pauses.add(report.pauseNanos());
            takenOver += report.stalled();
        }
    }

    @Override
    public void close() {
        guests.forEach(BusyGuest::giveUp);
        machine.close();
    }

    private double pause(double share) {
        List<Long> sorted = new ArrayList<>(pauses);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
    }

    @Override
    public String toString() {
        return ("%d swaps, pauses of %.2f ms (p50), %.2f (p99), %.2f (max), %d stalled transactions"
                        + " taken over; %d cycles, %d writes, %d aborted, %d stalled")
                .formatted(
                        pauses.size(),
                        pause(0.5),
                        pause(0.99),
                        pause(1),
                        takenOver,
                        guests.stream().mapToLong(BusyGuest::cycles).sum(),
                        guests.stream().mapToLong(BusyGuest::landed).sum(),
                        guests.stream().mapToLong(BusyGuest::aborted).sum(),
                        guests.stream().mapToLong(BusyGuest::stalled).sum());
    }
}
