package org.vinculum.itests.machines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing of a guest that behaves gets lost, comes early or twice while the models of all SMMUs are swapped at random moments,
/// under eight guests of which six are hostile. The number of rounds is `vinculum.machines.rounds`, the seed
/// `vinculum.machines.seed`.
class SwappedLosslessTest {
    private static final int ROUNDS = Integer.getInteger("vinculum.machines.rounds", 3_000);
    private static final long SEED = Long.getLong("vinculum.machines.seed", 5_370L);
    private static final int RARITY = 40;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nothingGetsLostWhileModelsAreSwapped(int number) {
        long seed = SEED + number;
        long begun = System.nanoTime();
        Swaps swaps = new Swaps(seed, RARITY);
        LosslessRun run =
                new LosslessRun(
                        WatchedHypervisor::start,
                        seed,
                        Swaps.machine(HostileRun.BUDGET),
                        swaps::perhaps);

        String breach = run.play(ROUNDS);

        System.out.printf(
                "lossless under swaps: seed %d, %.1f s: %s; %s%n",
                seed, (System.nanoTime() - begun) / 1e9, run, swaps);
        assertThat(breach).as("seed %d", seed).isNull();
        assertThat(swaps.done()).as("swaps, seed %d", seed).isGreaterThanOrEqualTo(100);
        assertThat(swaps.virtual()).as("virtual, seed %d", seed).isGreaterThanOrEqualTo(100);
        assertThat(swaps.pairs()).as("pairs, seed %d", seed).isGreaterThanOrEqualTo(15);
        assertThat(swaps.stalled()).as("stalled, seed %d", seed).isPositive();
    }
}
