package org.vinculum.itests.machines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.iommu.Outcome;
import org.vinculum.itests.machines.PlainHypervisor;
import org.vinculum.memory.Ram;

/// The hostile guests once more, each on threads of its own beside devices, the scheduler and the toolstack: nobody fails, no
/// host queue stops, who does not take part keeps his memory, and in the end everything comes to rest.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileThreadsTest {
    private static final long SEED = Long.getLong("vinculum.machines.seed", 5_270L);
    private static final int ACTS = Integer.getInteger("vinculum.machines.acts", 15_000);
    private static final int PLUGS = ACTS / 30;
    private static final int BUDGET = 64;
    private static final long QUIET = 0x5151_5151_0000_0000L;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Machine machine = new PlainHypervisor().start(Topology.machine(BUDGET));
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong moved = new AtomicLong();
    private final AtomicLong stalled = new AtomicLong();
    private final AtomicLong released = new AtomicLong();
    private final List<Domain> domains = new ArrayList<>();

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void everybodyGetsOnAndNobodyIsHurt() throws Exception {
        Domain quiet = machine.create(Population.quietDescription());
        fill(quiet);
        List<Callable<Void>> finite = new ArrayList<>();
        for (int i = 0; i < Topology.GUESTS; i++) {
            Domain domain = machine.create(Population.description(i));
            domains.add(domain);
            SplittableRandom own = random.split();
            HostileGuest guest = new HostileGuest(i, own, new HostileWords(own, true));
            guest.moveIn(domain);
            finite.add(() -> virtualProcessor(guest));
        }
        SplittableRandom own = random.split();
        finite.add(() -> toolstack(own));
        run(finite);

        assertRest();
        assertThat(untouched(quiet)).as("seed %d", SEED).isTrue();
        domains.forEach(Domain::destroy);
        assertThat(released.get()).isEqualTo(stalled.get());
        System.out.printf(
                "hostile threads: seed %d, %d transfers, %d stalled%n",
                SEED, moved.get(), stalled.get());
    }

    private void run(List<Callable<Void>> finite) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> endless = new ArrayList<>();
            endless.add(threads.submit(this::scheduler));
            for (int i = 0; i < 2; i++) {
                SplittableRandom own = random.split();
                int first = i;
                endless.add(threads.submit(() -> devices(first, own)));
            }
            List<Future<Void>> running = new ArrayList<>();
            finite.forEach(task -> running.add(threads.submit(task)));
            try {
                for (Future<Void> one : running) {
                    one.get();
                }
            } finally {
                over.set(true);
            }
            for (Future<?> one : endless) {
                one.get();
            }
        }
    }

    private static Void virtualProcessor(HostileGuest guest) {
        for (int i = 0; i < ACTS; i++) {
            guest.act();
        }
        return null;
    }

    private void scheduler() {
        while (!over.get()) {
            if (!machine.schedule(BUDGET)) {
                Thread.yield();
            }
        }
    }

    /// Devices behind every second SMMU.
    private void devices(int first, SplittableRandom own) {
        HostileWords words = new HostileWords(own, true);
        Outcome outcome = new Outcome();
        MemorySegment bytes = Arena.ofAuto().allocate(Long.BYTES, Long.BYTES);
        DmaPort[][] ports = new DmaPort[Topology.SMMUS][Topology.SLOTS];
        for (int smmu = first; smmu < Topology.SMMUS; smmu += 2) {
            for (int slot = 0; slot < Topology.SLOTS; slot++) {
                ports[smmu][slot] = machine.connect(Topology.stream(smmu, slot), new Counting());
            }
        }
        while (!over.get()) {
            int smmu = first + 2 * own.nextInt(Topology.SMMUS / 2);
            int slot = own.nextInt(Topology.SLOTS);
            boolean writes = slot != Topology.GUESTS && own.nextBoolean();
            long address = words.virtual() & ~7L;
            int access = writes ? Access.WRITE : Access.READ;
            long found = ports[smmu][slot].transfer(-1, address, access, bytes, outcome);
            moved.addAndGet(found >= 0 ? 1 : 0);
            stalled.addAndGet(found == Outcome.STALLED ? 1 : 0);
        }
    }

    private final class Counting implements Device {
        @Override
        public boolean invalidate(int substreamId, long address, long size, boolean global) {
            return true;
        }

        @Override
        public void respond(int substreamId, int group, Response response) {}

        @Override
        public void release(int stag, Release release) {
            released.incrementAndGet();
        }
    }

    /// Streams come and go.
    private Void toolstack(SplittableRandom own) {
        for (int i = 0; i < PLUGS; i++) {
            int guest = own.nextInt(Topology.GUESTS);
            int smmu = own.nextInt(Topology.SMMUS);
            if (Topology.has(guest, smmu)) {
                domains.get(guest).detach(Topology.stream(smmu, Topology.slot(guest, smmu)));
                Thread.yield();
                domains.get(guest).attach(Population.stream(guest, smmu));
            }
        }
        return null;
    }

    private void assertRest() {
        int rounds = 0;
        while (machine.schedule(BUDGET)) {
            assertThat(++rounds).as("rounds, seed %d", SEED).isLessThan(100_000);
        }
        for (HostTraffic traffic : machine.hostTraffic()) {
            assertThat(traffic.commandErrors()).as("%s", traffic).isZero();
            assertThat(traffic.syncTimeouts()).as("%s", traffic).isZero();
        }
    }

    private static void fill(Domain quiet) {
        Ram ram = quiet.memory().ram(GuestLayout.RAM);
        for (long at = 0; at < GuestLayout.RAM_BYTES; at += Long.BYTES) {
            ram.setLong(at, QUIET + at);
        }
    }

    private static boolean untouched(Domain quiet) {
        Ram ram = quiet.memory().ram(GuestLayout.RAM);
        for (long at = 0; at < GuestLayout.RAM_BYTES; at += Long.BYTES) {
            if (ram.getLong(at) != QUIET + at) {
                return false;
            }
        }
        return true;
    }
}
