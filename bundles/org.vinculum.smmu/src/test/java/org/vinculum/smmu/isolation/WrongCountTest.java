package org.vinculum.smmu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.TestedModels;
import org.vinculum.smmu.VersionedGuests;
import org.vinculum.smmu.fake.Machine;

/// Every invalidation is counted where those look who remember what it concerns: an engine that counts elsewhere is found.
class WrongCountTest {
    private static final String PROFILE = "smmuv3-3.3";
    private static final long SEED = 4_090L;
    private static final int CHANGES = 2_000;
    private static final int CACHES = 64;

    /// So that an answer is looked for, copied, and answered from the copy.
    private static final int READS = 3;

    private final Machine machine = new Machine();

    @Test
    void nothingStaleIsAnsweredFromACopy() {
        assertThat(play(TestedModels.of(PROFILE, CACHES, machine.surroundings()))).isNull();
    }

    @Test
    void anEngineThatCountsForTheWrongVmidIsFound() {
        Mutation mutation = new Mutation("cache.Caches", "", "Generation", "shard", 63);
        MutantLoader loader = new MutantLoader(mutation);

        String stale = play(loader.model(PROFILE, CACHES, machine.surroundings()));

        System.out.printf("mutant %s: %s%n", mutation, stale);
        assertThat(stale).as("%s, seed %d", mutation, SEED).isNotNull();
    }

    /// The first stale answer, null when there is none.
    private String play(IommuModel model) {
        SplittableRandom random = new SplittableRandom(SEED);
        VersionedGuests guests = new VersionedGuests(machine, model);
        Outcome outcome = new Outcome();
        for (int change = 0; change < CHANGES; change++) {
            for (int i = 0; i < READS * VersionedGuests.STREAMS; i++) {
                int stream = i % VersionedGuests.STREAMS;
                long output = model.translate(stream, -1, 0, Access.READ, outcome);
                long version = VersionedGuests.version(output);
                if (version != guests.finished(stream)) {
                    return "seed %d, change %d, stream %d: version %d instead of %d"
                            .formatted(SEED, change, stream, version, guests.finished(stream));
                }
            }
            guests.advance(random);
        }
        return null;
    }
}
