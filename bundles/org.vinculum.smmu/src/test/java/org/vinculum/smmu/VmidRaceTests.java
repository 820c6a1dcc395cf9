package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.fake.Machine;

/// While threads translate for several VMIDs, of which some are counted together, nothing stale is seen of any of them once
/// CMD_SYNC has completed. The time for each size of caches is `vinculum.race.millis`, the seed `vinculum.seed`.
class VmidRaceTests {
    private static final long MILLIS = Long.getLong("vinculum.race.millis", 1_500);
    private static final long SEED = Long.getLong("vinculum.seed", 20_27L);
    private static final int THREADS = 2;
    private static final int ROUNDS = 32;

    /// Translations in a row of one stream, so that it is remembered by the smallest caches too.
    private static final int AGAIN = 4;

    private final Machine machine = new Machine();
    private volatile boolean over;

    @ParameterizedTest
    @ValueSource(ints = {2, 4096})
    void nothingStaleIsSeenOfAnyVmid(int entries) throws Exception {
        IommuModel model = TestedModels.of("smmuv3-3.3", entries, machine.surroundings());
        VersionedGuests guests = new VersionedGuests(machine, model);
        List<Future<Long>> readers = new ArrayList<>();
        long changes = 0;
        long remembered = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            try {
                for (int i = 0; i < THREADS; i++) {
                    readers.add(threads.submit(() -> read(model, guests)));
                }
                changes = change(guests);
            } finally {
                over = true;
            }
            for (Future<Long> reader : readers) {
                remembered += reader.get();
            }
        }
        System.out.printf(
                "seed %d, caches of %d: %d changes, %d translations remembered%n",
                SEED, entries, changes, remembered);
        assertThat(changes).isPositive();
        assertThat(remembered).isPositive();
    }

    private long change(VersionedGuests guests) {
        SplittableRandom random = new SplittableRandom(SEED);
        long end = System.nanoTime() + MILLIS * 1_000_000;
        long changes = 0;
        while (!over && System.nanoTime() < end) {
            guests.advance(random);
            changes++;
        }
        return changes;
    }

    private long read(IommuModel model, VersionedGuests guests) {
        Outcome outcome = new Outcome();
        long remembered = 0;
        try {
            do {
                for (int i = 0; i < ROUNDS * AGAIN * VersionedGuests.STREAMS; i++) {
                    see(model, guests, i / AGAIN % VersionedGuests.STREAMS, outcome);
                    remembered += outcome.remembered() ? 1 : 0;
                }
            } while (!over);
        } finally {
            over = true;
        }
        return remembered;
    }

    private static void see(IommuModel model, VersionedGuests guests, int stream, Outcome outcome) {
        long least = guests.finished(stream);
        long output = model.translate(stream, -1, 0, Access.READ, outcome);
        long version = VersionedGuests.version(output);
        long most = guests.begun(stream);
        if (version < least || version > most) {
            throw new AssertionError(
                    "seed %d, stream %d: version %d after %d was there, before %d was"
                            .formatted(SEED, stream, version, least, most + 1));
        }
    }
}
