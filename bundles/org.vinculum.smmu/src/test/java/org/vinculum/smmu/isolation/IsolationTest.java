package org.vinculum.smmu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.smmu.TestedModels;

/// Whatever memory contains, a transaction under stage 2 reaches nothing that the hypervisor has not mapped for the domain.
/// The number of configurations in all is `vinculum.isolation.cases`, the seed `vinculum.isolation.seed`.
class IsolationTest {
    private static final long CASES = Long.getLong("vinculum.isolation.cases", 150_000);
    private static final long SEED = Long.getLong("vinculum.isolation.seed", 4_070L);
    private static final int RUNS = 5;

    /// Pages of a transaction: stream table 2; two levels of contexts, each through 5 levels of stage 2; 5 levels of stage 1
    /// and the output, each through 5 as well, and once more 5 to set a flag, all of which an ATS request does twice when it
    /// may not write; the event.
    private static final long DEEPEST = 2 + 2 * 6 + 2 * (5 * 6 + 5 + 5) + 1;

    @ParameterizedTest
    @CsvSource({
        "smmuv3-3.3, 52, 0",
        "smmuv3-3.3, 52, 2",
        "smmuv3-3.3, 52, 64",
        "smmuv3-3.3, 52, 4096",
        "smmuv3-3.0, 48, 64"
    })
    void nothingLeavesTheDomain(String profile, int oas, int caches) {
        long seed = SEED + caches;
        var run = new IsolationRun(around -> TestedModels.of(profile, caches, around), oas, seed);
        long begun = System.nanoTime();

        String breach = run.play(CASES / RUNS);

        System.out.printf(
                "isolation: %s, caches %d, seed %d, %.1f s: %s%n",
                profile, caches, seed, (System.nanoTime() - begun) / 1e9, run);
        assertThat(breach).as("%s, caches %d, seed %d", profile, caches, seed).isNull();
        assertThat(run.mostRequests()).as("pages of a transaction").isLessThanOrEqualTo(DEEPEST);
        assertThat(run.translatedShare()).as("share of transactions that pass").isGreaterThan(0.1);
    }
}
