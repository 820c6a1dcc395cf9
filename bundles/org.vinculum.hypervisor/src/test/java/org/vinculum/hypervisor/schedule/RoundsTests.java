package org.vinculum.hypervisor.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may go on at once, who has to wait, and for how long.
class RoundsTests {
    private static final int QUANTUM = 64;
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    private final Rounds rounds = new Rounds(QUANTUM, 0);

    @BeforeEach
    void add() {
        rounds.add(A, 1);
        rounds.add(B, 1);
        rounds.add(C, 3);
    }

    @Test
    void nobodyIsServedWhenNobodyWaits() {
        assertThat(rounds.next()).isEqualTo(-1);
    }

    @Test
    void aClientAloneBeginsAfreshEachTime() {
        rounds.served(A, QUANTUM, true);

        assertThat(rounds.allowance(A)).isEqualTo(QUANTUM);
    }

    @Test
    void aWeightMultipliesTheShare() {
        assertThat(rounds.allowance(C)).isEqualTo(3 * QUANTUM);
    }

    @Test
    void whoHasUsedNothingGoesOnAtOnceAlthoughOthersWait() {
        rounds.ready(B);

        assertThat(rounds.allowance(A)).isEqualTo(QUANTUM);
    }

    @Test
    void whatHasBeenUsedOutOfTurnIsMissingUntilTheRoundEnds() {
        rounds.ready(B);
        rounds.served(A, 60, false);

        assertThat(rounds.allowance(A)).isEqualTo(4);
    }

    @Test
    void whoHasUsedItsShareWaitsBehindTheOthers() {
        rounds.ready(B);
        rounds.served(A, QUANTUM, true);

        assertThat(rounds.allowance(A)).isZero();
        assertThat(rounds.next()).isEqualTo(B);
    }

    @Test
    void aNewRoundGivesWhoWaitsATurnButNothingOutOfTurn() {
        rounds.ready(B);
        rounds.served(A, QUANTUM, true);
        rounds.served(rounds.next(), QUANTUM, true);

        assertThat(rounds.next()).isEqualTo(A);
        assertThat(rounds.turn(A)).isEqualTo(QUANTUM);
        assertThat(rounds.allowance(A)).isZero();
    }

    @Test
    void aTurnThatIsCutShortGoesOn() {
        rounds.ready(A);
        rounds.ready(B);
        rounds.served(rounds.next(), 10, true);

        assertThat(rounds.next()).isEqualTo(A);
        assertThat(rounds.turn(A)).isEqualTo(QUANTUM - 10);
    }

    @Test
    void whoHasSomethingLeftStandsBeforeWhoHasNot() {
        rounds.ready(C);
        rounds.served(A, QUANTUM, true);
        rounds.ready(B);

        rounds.served(C, 0, false);
        assertThat(rounds.next()).isEqualTo(B);
    }

    @Test
    void whatIsUsedBeyondTheShareIsMissingInTheNextRound() {
        rounds.ready(A);
        rounds.ready(B);
        rounds.served(A, QUANTUM + 7, true);
        rounds.served(B, QUANTUM, true);

        assertThat(rounds.next()).isEqualTo(A);
        assertThat(rounds.turn(A)).isEqualTo(QUANTUM - 7);
    }

    @Test
    void debtIsPaidByTurnsMissedButNeverByMoreThanOne() {
        rounds.ready(A);
        rounds.ready(B);
        rounds.served(A, Integer.MAX_VALUE, true);
        rounds.served(rounds.next(), QUANTUM, true);

        assertThat(rounds.next()).isEqualTo(B);
        rounds.served(B, QUANTUM, true);
        assertThat(rounds.next()).isEqualTo(A);
        assertThat(rounds.turn(A)).isEqualTo(QUANTUM);
    }

    @Test
    void whatIsLeftOverIsNotKept() {
        rounds.ready(A);
        rounds.ready(B);
        for (int round = 0; round < 10; round++) {
            rounds.served(A, 1, false);
            rounds.served(rounds.next(), QUANTUM, true);
            rounds.ready(A);
        }

        assertThat(rounds.turn(A)).isLessThanOrEqualTo(QUANTUM);
    }

    @Test
    void whoWaitsForHardwareStandsInNobodysWay() {
        rounds.ready(A);
        rounds.ready(B);
        rounds.served(A, 3, false);

        assertThat(rounds.next()).isEqualTo(B);
        rounds.served(B, 1, false);
        assertThat(rounds.next()).isEqualTo(-1);
    }

    @Test
    void toBeReadyTwiceIsToBeReady() {
        rounds.ready(A);
        rounds.ready(A);
        rounds.served(A, 1, false);

        assertThat(rounds.next()).isEqualTo(-1);
    }

    @Test
    void whoUsesNothingInItsTurnsLosesThemAllTheSame() {
        rounds.ready(A);
        rounds.ready(B);
        int turns = 0;
        while (rounds.next() == A) {
            rounds.served(A, 0, true);
            turns++;
        }

        assertThat(turns).isEqualTo(QUANTUM);
    }

    @Test
    void whoIsGoneIsForgottenWithItsDebt() {
        rounds.ready(A);
        rounds.ready(B);
        rounds.served(A, 2 * QUANTUM, true);
        rounds.remove(A);

        assertThat(rounds.next()).isEqualTo(B);
        rounds.add(A, 1);
        assertThat(rounds.allowance(A)).isEqualTo(QUANTUM);
    }

    @Test
    void theNumberOfAClientMayBeLarge() {
        rounds.add(5000, 256);

        assertThat(rounds.allowance(5000)).isEqualTo(256 * QUANTUM);
    }

    @Test
    void aClientThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rounds.ready(3));
        assertThatIllegalArgumentException().isThrownBy(() -> rounds.allowance(-1));
    }

    @Test
    void weightsAndNumbersOutsideTheContractAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rounds.add(3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> rounds.add(3, 257));
        assertThatIllegalArgumentException().isThrownBy(() -> rounds.add(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> rounds.add(A, 1));
    }
}
