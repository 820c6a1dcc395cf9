package org.vinculum.itests.machines.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The properties can fail: they find each hypervisor that lacks a defence.
class MutantsTest {
    private static final long SEED = 5_070L;
    private static final long STEPS = 300_000;
    private static final int ROUNDS = 500;

    @ParameterizedTest
    @EnumSource(Mutants.class)
    void aHypervisorWithoutADefenceIsFound(Mutants mutant) {
        String breach = found(mutant);

        System.out.printf("mutant %s: %s%n", mutant, breach);
        assertThat(breach).as("%s, seed %d", mutant, SEED).isNotNull();
    }

    private static String found(Mutants mutant) {
        try {
            String breach = new HostileRun(mutant.maker(), SEED, false).play(STEPS);
            return breach != null ? breach : new LosslessRun(mutant.maker(), SEED).play(ROUNDS);
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
