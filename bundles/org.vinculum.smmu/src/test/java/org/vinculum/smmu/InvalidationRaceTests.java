package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.fake.Machine;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// While threads translate, nothing stale is seen once CMD_SYNC has completed, whatever was changed. The time for each size
/// of caches is `vinculum.race.millis`, the seed `vinculum.seed`.
class InvalidationRaceTests {
    private static final long MILLIS = Long.getLong("vinculum.race.millis", 1_500);
    private static final long SEED = Long.getLong("vinculum.seed", 20_26L);
    private static final int THREADS = 3;
    private static final int BATCH = 256;

    private final Machine machine = new Machine();
    private volatile boolean over;

    private IommuModel model(CacheSizes sizes) {
        SmmuProfile profile =
                Profiles.all().stream()
                        .filter(one -> one.name().equals("smmuv3-3.3"))
                        .findAny()
                        .orElseThrow();
        return new SmmuFactory(profile, TranslationEngine.maker(sizes))
                .create(machine.surroundings(), Map.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4096})
    void nothingStaleIsSeenAfterAnInvalidation(int entries) throws Exception {
        IommuModel model = model(new CacheSizes(entries, entries, entries, entries));
        VersionedTables tables = new VersionedTables(machine, model);
        List<Future<Long>> readers = new ArrayList<>();
        long changes = 0;
        long translations = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            try {
                for (int i = 0; i < THREADS; i++) {
                    readers.add(threads.submit(() -> read(model, tables)));
                }
                changes = change(tables);
            } finally {
                over = true;
            }
            for (Future<Long> reader : readers) {
                translations += reader.get();
            }
        }
        System.out.printf(
                "seed %d, caches of %d: %d changes under %d translations%n",
                SEED, entries, changes, translations);
        assertThat(changes).isPositive();
        assertThat(translations).isPositive();
    }

    private long change(VersionedTables tables) {
        SplittableRandom random = new SplittableRandom(SEED);
        long end = System.nanoTime() + MILLIS * 1_000_000;
        long changes = 0;
        while (!over && System.nanoTime() < end) {
            tables.advance(random.nextInt(VersionedTables.KINDS));
            changes++;
        }
        return changes;
    }

    private long read(IommuModel model, VersionedTables tables) {
        Outcome outcome = new Outcome();
        long count = 0;
        try {
            do {
                for (int i = 0; i < BATCH; i++, count++) {
                    see(model, tables, i % VersionedTables.KINDS, outcome);
                }
            } while (!over);
        } finally {
            over = true;
        }
        return count;
    }

    private static void see(IommuModel model, VersionedTables tables, int kind, Outcome outcome) {
        long least = tables.finished(kind);
        long output =
                model.translate(
                        VersionedTables.stream(kind),
                        -1,
                        VersionedTables.input(kind),
                        Access.READ,
                        outcome);
        long version = VersionedTables.version(output);
        long most = tables.begun(kind);
        if (version < least || version > most) {
            throw new AssertionError(
                    "seed %d, kind %d: version %d after %d was there, before %d was"
                            .formatted(SEED, kind, version, least, most + 1));
        }
    }
}
