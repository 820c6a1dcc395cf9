package org.vinculum.itests.machines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing of a guest that behaves gets lost, whatever its neighbours do. The number of rounds is
/// `vinculum.machines.rounds`, the seed `vinculum.machines.seed`.
class LosslessTest {
    private static final int ROUNDS = Integer.getInteger("vinculum.machines.rounds", 3_000);
    private static final long SEED = Long.getLong("vinculum.machines.seed", 5_170L);

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nothingOfAGuestThatBehavesGetsLost(int number) {
        long seed = SEED + number;
        long begun = System.nanoTime();
        LosslessRun run = new LosslessRun(WatchedHypervisor::start, seed);

        String breach = run.play(ROUNDS);

        System.out.printf(
                "lossless: seed %d, %.1f s: %s%n", seed, (System.nanoTime() - begun) / 1e9, run);
        assertThat(breach).as("seed %d", seed).isNull();
    }
}
