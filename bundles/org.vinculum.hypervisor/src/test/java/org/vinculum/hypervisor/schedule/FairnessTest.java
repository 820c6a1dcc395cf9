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
    private static final int FLOODS = 31;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    /// The bound is checked by [Crowd] at every service.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyThatWaitsSeesMoreThanTwoQuantaAndABurstOfAnother(long seed) {
        var random = new SplittableRandom(seed);
        int quantum = 1 + random.nextInt(64);
        int burst = random.nextBoolean() ? 0 : random.nextInt(100);
        var crowd = new Crowd(random, 2 + random.nextInt(30), quantum, burst);

        for (int step = 0; step < STEPS; step++) {
            crowd.anything();
        }

        assertThat(crowd.servedWhileOthersWaited()).as("seed %d", seed).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesOfWhoAlwaysHasWorkFollowTheWeights(long seed) {
        var random = new SplittableRandom(seed);
        int quantum = 4 + random.nextInt(64);
        int burst = Crowd.OVERSPEND + random.nextInt(100);
        var crowd = new Crowd(random, 2 + random.nextInt(10), quantum, burst);
        crowd.allReady();

        for (int step = 0; step < STEPS; step++) {
            crowd.floods();
            assertThat(crowd.widestGap())
                    .as("seed %d, step %d", seed, step)
                    .isLessThanOrEqualTo(2 * (quantum + Crowd.OVERSPEND) + burst);
        }
    }

    @Test
    void aLightClientBesideManyFloodsNeverWaitsLongerThanARound() {
        var crowd = new Crowd(new SplittableRandom(9), FLOODS, 1, Rounds.QUANTUM, 0);
        crowd.allReady();
        int light = crowd.join(1);

        for (int step = 0; step < STEPS; step++) {
            crowd.floods(light);
            long waited = crowd.oneCommand(light);
            assertThat(waited)
                    .isLessThanOrEqualTo(FLOODS * (long) (Rounds.QUANTUM + Crowd.OVERSPEND));
        }
    }

    @Test
    void aClientThatUsesHalfItsShareInEveryRoundNeverWaits() {
        var rounds = new Rounds(64, 0);
        int light = besideFloods(rounds);

        for (int turn = 0; turn < 100 * FLOODS; turn++) {
            if (turn % FLOODS == 0) {
                assertThat(rounds.allowance(light)).isGreaterThanOrEqualTo(32);
                rounds.served(light, 32, false);
            }
            rounds.served(rounds.next(), 64, true);
        }
    }

    @Test
    void whoUsesAllOfItsShareWaitsForAShortTurnOfEachOther() {
        var rounds = new Rounds();
        int eager = besideFloods(rounds);

        for (int step = 0; step < STEPS; step++) {
            int waited = 0;
            rounds.ready(eager);
            while (rounds.allowance(eager) == 0 && rounds.next() != eager) {
                int flood = rounds.next();
                int used = rounds.turn(flood);
                rounds.served(flood, used, true);
                waited += used;
            }
            rounds.served(eager, 2, false);
            assertThat(waited).isLessThanOrEqualTo(FLOODS * Rounds.QUANTUM);
        }
    }

    @Test
    void whoHasUsedLittleIsDoneWithABatchAtOnce() {
        var rounds = new Rounds();
        int light = besideFloods(rounds);
        int batches = 0;

        for (int turn = 0; turn < 1000 * FLOODS; turn++) {
            if (rounds.allowance(light) >= Rounds.BURST) {
                rounds.served(light, Rounds.BURST, false);
                batches++;
            }
            int flood = rounds.next();
            rounds.served(flood, rounds.turn(flood), true);
        }

        assertThat(batches).isBetween(50, 1000 * Rounds.QUANTUM / Rounds.BURST + 1);
    }

    /// @return the number of a client beside them
    private static int besideFloods(Rounds rounds) {
        rounds.add(FLOODS, 1);
        for (int client = 0; client < FLOODS; client++) {
            rounds.add(client, 1);
            rounds.ready(client);
        }
        return FLOODS;
    }
}
