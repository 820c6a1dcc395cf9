package org.vinculum.smmu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The isolation property can fail: it finds each engine that lacks one check.
class MutantsTest {
    private static final long SEED = 4_070L;
    private static final int ENOUGH = 20_000;
    private static final int CACHES = 64;

    static List<Mutation> mutations() {
        return List.of(
                new Mutation("walk.Walker", "walk", "AddressSpace", "stage2", 0),
                new Mutation("walk.Stage1Walker", "", "AddressSpace", "stage2", 0),
                new Mutation(
                        "translation.ContextTables", "", "Leaf", "output", WatchedMemory.OTHERS),
                new Mutation("walk.Leaf", "", "Math", "min", 30),
                new Mutation("walk.Stage2Walker", "", "AddressSizes", "exceeds", 0),
                new Mutation("walk.Stage2Walker", "", "Stage2Permissions", "of", 63),
                new Mutation("walk.Stage2Walker", "", "Bits", "isSet", 1),
                new Mutation("cache.Caches", "", "List", "forEach", 0),
                new Mutation("cache.Caches", "", "AddressSpace", "forget", 0));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void anEngineWithoutACheckIsFound(Mutation mutation) {
        var loader = new MutantLoader(mutation);
        var run = new IsolationRun(around -> loader.model("smmuv3-3.3", CACHES, around), 52, SEED);

        String breach = run.play(ENOUGH);

        System.out.printf("mutant %s: %s%n", mutation, breach);
        assertThat(breach).as("%s, seed %d", mutation, SEED).isNotNull();
    }
}
