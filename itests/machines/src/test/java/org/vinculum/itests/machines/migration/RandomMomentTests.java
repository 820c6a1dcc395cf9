package org.vinculum.itests.machines.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.Transfer;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.command.Resume;
import org.vinculum.smmu.spec.event.FTranslation;

/// Saves and restores at random moments: in the middle of a full ring, between the host commands of one guest command, with
/// syncs on their way and transactions that wait.
class RandomMomentTests {
    private static final int CASES = Integer.getInteger("vinculum.migration.cases", 12);
    private static final long SEED = Long.getLong("vinculum.migration.seed", 20261122L);
    private static final int DEVICES = 6;
    private static final int ENTRIES = 256;
    private static final long IOVA = 0x10_0000L;
    private static final long NOT_MAPPED = 0x40_0000L;

    @Test
    void noSyncIsLostAndNobodyIsToldTwice() {
        int inTheMiddle = 0;
        for (int i = 0; i < CASES; i++) {
            try (Case one = new Case(SEED + i)) {
                one.run();
                inTheMiddle += one.inTheMiddle;
            }
        }
        assertThat(inTheMiddle).as("moves with commands left to do").isGreaterThan(CASES / 2);
    }

    /// One guest, two machines, one seed.
    private static final class Case implements AutoCloseable {
        final long seed;
        final SplittableRandom random;
        final TestedMachine first = new TestedMachine(128L << 20, "smmuv3-3.2", "smmuv3-3.1");
        final TestedMachine second = new TestedMachine(128L << 20, "hi161x", "smmuv3-3.3");
        final MovingGuest guest = new MovingGuest();
        final Map<String, Long> baseline;
        final List<Transfer> waiting = new ArrayList<>();
        final MemorySegment bytes = Arena.ofAuto().allocate(4096, 8);
        long answers;
        long ring;
        int producer;
        int syncs;
        int inTheMiddle;

        Case(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            Home trial = Home.on(second, DEVICES, 0x20, true, Map.of(), guest);
            baseline = trial.shown();
            trial.domain.destroy();
        }

        Home home(int number) {
            TestedMachine machine = number % 2 == 0 ? first : second;
            return Home.on(machine, DEVICES, 0x20, true, baseline, guest);
        }

        void run() {
            start();
            int stalled = random.nextInt(4);
            issue(stalled);
            fill();
            guest.write(0x98, 4, producer);
            int moves = 1 + random.nextInt(4);
            for (int i = 1; i <= moves; i++) {
                work(random.nextInt(6));
                inOrder();
                inTheMiddle += guest.home().domain.traffic().getFirst().waiting() > 0 ? 1 : 0;
                guest.move(home(i));
                waiting.clear();
                issue(stalled);
            }
            work(10_000);
            everythingIsDone();
            everyoneIsAnswered(stalled);
        }

        void start() {
            guest.answer = FaultHandler.Answer.LATER;
            guest.livesAt(home(0));
            guest.start();
            for (int i = 0; i < DEVICES; i++) {
                AddressSpace space = guest.driver.addressSpace();
                guest.driver
                        .device(new DeviceDescription(new int[] {1 + i}, 0, true, false))
                        .attach(space);
                space.map(IOVA, guest.pages.demand(1), 4096, Access.READ | Access.WRITE);
            }
            answers = guest.pages.demand(ENTRIES * 8);
            ring = guest.pages.demand(ENTRIES * 16);
            guest.write(0x20, 4, 0x5);
            guest.home().machine.settle();
            guest.write(0x90, 8, ring | 8);
            guest.write(0x98, 4, 0);
            guest.write(0x9c, 4, 0);
            guest.write(0x20, 4, 0xd);
            guest.home().machine.settle();
        }

        /// Transactions that fault and wait, each of another device; the same ones on each machine.
        void issue(int count) {
            for (int i = 0; i < count; i++) {
                waiting.add(guest.device(i).write(DmaDevice.PLAIN, NOT_MAPPED, bytes));
            }
        }

        void fill() {
            int commands = 64 + random.nextInt(ENTRIES - 65);
            for (int i = 0; i < commands; i++) {
                long stream = 1L + random.nextInt(DEVICES) << 32;
                long asid = 1L + random.nextInt(DEVICES) << 48;
                switch (random.nextInt(8)) {
                    case 0 -> sync();
                    case 1 -> put(0x04, 0x1f);
                    case 2 -> put(stream | 0x03, 1);
                    case 3 -> put(stream | 0x06, 0);
                    case 4 -> put(asid | 0x11, 0);
                    case 5 -> put(0x10, 0);
                    case 6 -> put(0x30, 0);
                    default -> put(asid | 0x12, IOVA);
                }
            }
            sync();
        }

        void sync() {
            long word = answers + syncs * 8L;
            syncs++;
            put((long) syncs << 32 | 0x1046, word);
        }

        void put(long word0, long word1) {
            long entry = ring + producer % ENTRIES * 16L;
            store(entry, word0);
            store(entry + 8, word1);
            producer++;
        }

        void store(long address, long value) {
            var ram = guest.ram(address);
            ram.setLong(address - ram.start(), value);
        }

        int answer(int sync) {
            long address = answers + sync * 8L;
            var ram = guest.ram(address);
            return (int) ram.getLong(address - ram.start());
        }

        void work(int rounds) {
            for (int i = 0; i < rounds; i++) {
                if (!guest.home().machine.machine.schedule(1 + random.nextInt(8))) {
                    return;
                }
            }
        }

        /// What is complete is complete with all before it.
        void inOrder() {
            int done = 0;
            while (done < syncs && answer(done) != 0) {
                done++;
            }
            for (int i = done; i < syncs; i++) {
                assertThat(answer(i)).as("sync %d of seed %d", i, seed).isZero();
            }
        }

        void everythingIsDone() {
            assertThat((int) guest.read(0x9c, 4)).as("CONS, seed %d", seed).isEqualTo(producer);
            for (int i = 0; i < syncs; i++) {
                assertThat(answer(i)).as("sync %d of seed %d", i, seed).isEqualTo(i + 1);
            }
            for (int i = 0; i < DEVICES; i++) {
                assertThat(guest.device(i).reaches(IOVA, true)).as("seed %d", seed).isTrue();
            }
            assertThat(first.commandErrors() + second.commandErrors()).isZero();
        }

        void everyoneIsAnswered(int stalled) {
            guest.serve();
            assertThat(guest.events).as("seed %d", seed).hasSize(stalled);
            Set<Integer> streams = new HashSet<>();
            for (var event : guest.events) {
                FTranslation fault = (FTranslation) event;
                streams.add(fault.streamId());
                Words resume =
                        new Resume(fault.streamId(), false, true, fault.fault().stag()).encode();
                put(resume.word(0), resume.word(1));
            }
            assertThat(streams).hasSize(stalled);
            guest.write(0x98, 4, producer);
            guest.home().machine.settle();
            assertThat(waiting)
                    .as("seed %d, events %s", seed, guest.events)
                    .map(Transfer::proceed)
                    .allMatch(one -> one == TransferState.ABORTED);
        }

        @Override
        public void close() {
            first.close();
            second.close();
        }
    }
}
