package org.vinculum.itests.machines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever eight guests and their devices do, nobody reaches, stops or hears another. The number of guest commands and
/// register writes in all is `vinculum.machines.steps`, the seed `vinculum.machines.seed`.
class HostileGuestsTest {
    private static final long STEPS = Long.getLong("vinculum.machines.steps", 2_000_000L);
    private static final long SEED = Long.getLong("vinculum.machines.seed", 5_070L);
    private static final int RUNS = 4;

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2, false", "3, true"})
    void nobodyReachesStopsOrHearsAnother(int number, boolean namesHost) {
        long seed = SEED + number;
        long begun = System.nanoTime();
        HostileRun run = new HostileRun(WatchedHypervisor::start, seed, namesHost);

        String breach = run.play(STEPS / RUNS);

        System.out.printf(
                "hostile guests: seed %d, %.1f s: %s%n",
                seed, (System.nanoTime() - begun) / 1e9, run);
        assertThat(breach).as("seed %d", seed).isNull();
        assertThat(run.translatedShare()).as("share of transactions that pass").isGreaterThan(0.02);
    }
}
