package org.vinculum.hypervisor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every client may rely on, whatever the others do, when they come and when they go.
class FairnessTest {
    private static final int STEPS = 20_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    /// The bound is checked by [Crowd] at every service.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyThatWaitsSeesMoreThanAQuantumOfAnother(long seed) {
        var random = new SplittableRandom(seed);
        var crowd = new Crowd(random, 2 + random.nextInt(30));

        for (int step = 0; step < STEPS; step++) {
            crowd.anything();
        }

        assertThat(crowd.servedWhileOthersWaited()).as("seed %d", seed).isGreaterThan(STEPS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesOfWhoAlwaysHasWorkFollowTheWeights(long seed) {
        var random = new SplittableRandom(seed);
        var crowd = new Crowd(random, 2 + random.nextInt(10));
        crowd.allReady();

        for (int step = 0; step < STEPS; step++) {
            crowd.floods();
            assertThat(crowd.widestGap())
                    .as("seed %d, step %d", seed, step)
                    .isLessThanOrEqualTo(Rounds.QUANTUM + Crowd.OVERSPEND);
        }
    }

    @Test
    void aLightClientBesideManyFloodsNeverWaitsLongerThanARound() {
        var crowd = new Crowd(new SplittableRandom(9), 31, 1);
        crowd.allReady();
        int light = crowd.join(1);

        for (int step = 0; step < STEPS; step++) {
            crowd.floods(light);
            long waited = crowd.oneCommand(light);
            assertThat(waited).isLessThanOrEqualTo(31L * (Rounds.QUANTUM + Crowd.OVERSPEND));
        }
    }

    @Test
    void aClientThatUsesHalfItsShareInEveryRoundNeverWaits() {
        var rounds = new Rounds();
        int light = 31;
        rounds.add(light, 1);
        for (int client = 0; client < light; client++) {
            rounds.add(client, 1);
            rounds.ready(client);
        }

        for (int turn = 0; turn < 100 * light; turn++) {
            if (turn % light == 0) {
                assertThat(rounds.allowance(light)).isGreaterThanOrEqualTo(Rounds.QUANTUM / 2);
                rounds.served(light, Rounds.QUANTUM / 2, false);
            }
            rounds.served(rounds.next(), Rounds.QUANTUM, true);
        }
    }
}
