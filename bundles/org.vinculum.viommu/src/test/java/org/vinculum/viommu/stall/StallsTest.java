package org.vinculum.viommu.stall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.smmu.spec.Words;

class StallsTest {
    private static final Words READ =
            Words.of(0x0000_0001_0000_0010L, 0x0000_0208_8000_0000L, 0x1234_5000L, 0);
    private static final Words WRITE =
            Words.of(0x0000_0001_0000_0010L, 0x0000_0200_8000_0000L, 0x1234_5000L, 0);
    private static final Words OF_ANOTHER =
            Words.of(0x0000_0002_0000_0010L, 0x0000_0208_8000_0000L, 0x1234_5000L, 0);

    private final Stalls stalls = new Stalls(() -> 2, _ -> {});

    @Test
    void namesAreTheGuestsOwn() {
        assertThat(stalls.arrived(77, READ)).isZero();
        assertThat(stalls.arrived(78, WRITE)).isEqualTo(1);
        assertThat(stalls.resumed(1, 1, true, false)).isEqualTo(78);
        assertThat(stalls.resumed(1, 0, true, false)).isEqualTo(77);
    }

    @Test
    void whatDoesNotWaitCannotBeResumed() {
        stalls.arrived(77, READ);

        assertThat(stalls.resumed(2, 0, true, false)).isEqualTo(Stalls.NONE);
        assertThat(stalls.resumed(1, 1, true, false)).isEqualTo(Stalls.NONE);
        assertThat(stalls.resumed(1, 0xffff, true, false)).isEqualTo(Stalls.NONE);
        assertThat(stalls.count()).isEqualTo(1);
    }

    @Test
    void nothingIsResumedTwice() {
        stalls.arrived(77, READ);
        stalls.resumed(1, 0, true, false);

        assertThat(stalls.resumed(1, 0, true, false)).isEqualTo(Stalls.NONE);
    }

    @Test
    void moreThanIsShownIsRefused() {
        stalls.arrived(1, READ);
        stalls.arrived(2, WRITE);

        assertThat(stalls.arrived(3, OF_ANOTHER)).isEqualTo(Stalls.REFUSED);
        assertThat(stalls.refused()).isEqualTo(1);
        assertThat(stalls.count()).isEqualTo(2);
    }

    @Test
    void aNameThatTheHostUsesAgainHadNobodyWaiting() {
        stalls.arrived(1, READ);

        assertThat(stalls.arrived(1, WRITE)).isZero();
        assertThat(stalls.count()).isEqualTo(1);
    }

    @Test
    void aStreamsTransactionsGoTogether() {
        stalls.arrived(1, READ);
        stalls.arrived(2, OF_ANOTHER);

        stalls.drop(1);

        assertThat(stalls.count(1)).isZero();
        assertThat(stalls.count(2)).isEqualTo(1);
    }

    @Test
    void recordsThatWaitGoWithTheirTransactions() {
        List<Words> unrecorded =
                new ArrayList<>(List.of(READ, Words.of(READ.word(0), READ.word(1) | 1, 0, 0)));
        var waiting = new Stalls(() -> 2, unrecorded::removeIf);
        waiting.arrived(1, READ);
        waiting.arrived(2, WRITE);

        waiting.resumed(1, 0, true, false);

        assertThat(unrecorded).hasSize(1);
    }

    @Test
    void whatWaitsIsSavedAsTheGuestKnowsIt() {
        stalls.arrived(7, OF_ANOTHER);
        stalls.arrived(8, READ);

        assertThat(stalls.save())
                .containsExactly(
                        new Stalled(
                                2,
                                -1,
                                0x1234_5000L,
                                1,
                                0,
                                List.of(
                                        0x0000_0002_0000_0010L,
                                        0x0000_0208_8000_0000L,
                                        0x1234_5000L,
                                        0L)),
                        new Stalled(
                                1,
                                -1,
                                0x1234_5000L,
                                1,
                                1,
                                List.of(
                                        0x0000_0001_0000_0010L,
                                        0x0000_0208_8000_0001L,
                                        0x1234_5000L,
                                        0L)));
    }

    @Test
    void afterAMoveTheGuestIsNotToldAgain() {
        stalls.arrived(7, READ);
        var moved = new Stalls(() -> 2, _ -> {});
        moved.restore(stalls.save());

        assertThat(moved.arrived(40, READ)).isEqualTo(Stalls.KNOWN);
        assertThat(moved.resumed(1, 0, true, false)).isEqualTo(40);
    }

    @Test
    void anAnswerThatComesBeforeTheDeviceIsKeptForIt() {
        stalls.arrived(7, READ);
        stalls.arrived(8, WRITE);
        var moved = new Stalls(() -> 2, _ -> {});
        moved.restore(stalls.save());

        assertThat(moved.resumed(1, 0, false, true)).isEqualTo(Stalls.NONE);
        assertThat(moved.resumed(1, 1, false, false)).isEqualTo(Stalls.NONE);

        assertThat(moved.arrived(41, WRITE)).isEqualTo(Stalls.TERMINATE);
        assertThat(moved.arrived(40, READ)).isEqualTo(Stalls.ABORT);
        assertThat(moved.count()).isZero();
    }
}
