package org.vinculum.itests.machines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The oracle of swaps can fail: it finds each hypervisor that swaps wrongly.
class SwapMutantsTest {
    private static final long SEED = 5_570L;
    private static final int ROUNDS = 4_000;
    private static final int RARITY = 10;

    @ParameterizedTest
    @EnumSource(SwapMutants.class)
    void aHypervisorThatSwapsWronglyIsFound(SwapMutants mutant) {
        String breach = found(mutant.maker());

        System.out.printf("mutant %s: %s%n", mutant, breach);
        assertThat(breach).as("%s, seed %d", mutant, SEED).isNotNull();
    }

    private static String found(HostileRun.Maker maker) {
        LosslessRun run =
                new LosslessRun(
                        maker,
                        SEED,
                        Swaps.machine(HostileRun.BUDGET),
                        new Swaps(SEED, RARITY)::perhaps);
        try {
            return run.play(ROUNDS);
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
