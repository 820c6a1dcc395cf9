package org.vinculum.itests.machines.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.swap.SwapReport;

/// A hundred swaps at random moments among five models while eight guests, each on two threads, map, unmap, fault, stall and
/// let their devices write without a break. The number of swaps is `vinculum.machines.swaps`, the seed
/// `vinculum.machines.seed`.
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EightGuestsTests {
    private static final int SWAPS = Integer.getInteger("vinculum.machines.swaps", 100);
    private static final long SEED = Long.getLong("vinculum.machines.seed", 5_470L);
    private static final int GUESTS = 8;
    private static final int SMMUS = 2;
    private static final int STALLING = 3;
    private static final int FIRST_PSID = 5;
    private static final long RAM = 1L << 30;
    private static final int LONGEST_BREAK = 10_000_000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<BusyGuest> guests = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private int takenOver;

    @Test
    void nothingIsLostEarlyOrTwice() throws InterruptedException {
        try (TestedMachine machine = Pool.machine(RAM, "smmuv3-3.0", "mmu-700-r1p1")) {
            for (int i = 0; i < GUESTS; i++) {
                guests.add(guest(machine, i));
            }
            guests.forEach(BusyGuest::start);
            swap(machine);
            for (BusyGuest guest : guests) {
                guest.stop();
            }
            System.out.println(this);
            guests.forEach(BusyGuest::lostNothing);
            assertThat(machine.commandErrors()).isZero();
            assertThat(machine.machine.hostTraffic()).allMatch(host -> host.syncTimeouts() == 0);
            assertThat(guests).as("guests that got on").allMatch(guest -> guest.cycles() > 0);
        }
    }

    private static BusyGuest guest(TestedMachine machine, int number) {
        int smmu = number % SMMUS;
        boolean stalls = number >= GUESTS - STALLING;
        TestedGuest guest = machine.guest("guest" + number).with(1, smmu, FIRST_PSID + number);
        return new BusyGuest(
                machine, stalls ? guest.withStalls() : guest, smmu, FIRST_PSID + number, stalls);
    }

    private void swap(TestedMachine machine) {
        while (pauses.size() < SWAPS) {
            LockSupport.parkNanos(random.nextInt(LONGEST_BREAK));
            String next = Pool.NAMES.get(random.nextInt(Pool.NAMES.size()));
            SwapReport report = machine.machine.swap("/smmu" + random.nextInt(SMMUS), next);
            if (report.pauseNanos() > 0) {
                pauses.add(report.pauseNanos());
                takenOver += report.stalled();
            }
        }
    }

    private double pause(double share) {
        List<Long> sorted = new ArrayList<>(pauses);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
    }

    @Override
    public String toString() {
        return ("eight guests: seed %d, %d swaps, pauses of %.2f ms (p50), %.2f (p99), %.2f (max),"
                    + " %d stalled transactions taken over; %d cycles, %d writes, %d aborted, %d"
                    + " stalled")
                .formatted(
                        SEED,
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
