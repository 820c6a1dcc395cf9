package org.vinculum.itests.machines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The oracle of swaps can fail: it finds each hypervisor that swaps wrongly, and no other.
class SwapMutantsTest {
    private static final long SEED = 5_570L;
    private static final int ROUNDS = 4_000;
    private static final int RARITY = 10;
    private static final int IMPATIENT = 400;

    @ParameterizedTest
    @EnumSource(SwapMutants.class)
    void aHypervisorThatSwapsWronglyIsFound(SwapMutants mutant) {
        String breach = found(mutant.maker(), ROUNDS);

        System.out.printf("mutant %s: %s%n", mutant, breach);
        assertThat(breach).as("%s, seed %d", mutant, SEED).isNotNull();
    }

    @Test
    void oneThatSwapsAsItShouldIsNot() {
        MutantLoader same = new MutantLoader(List.of());

        assertThat(found(same::start, ROUNDS / 8)).isNull();
    }

    private static String found(HostileRun.Maker maker, int rounds) {
        LosslessRun run =
                new LosslessRun(
                        maker,
                        SEED,
                        Swaps.machine(HostileRun.BUDGET),
                        new Swaps(SEED, RARITY)::perhaps);
        return run.impatient(IMPATIENT).play(rounds);
    }
}
