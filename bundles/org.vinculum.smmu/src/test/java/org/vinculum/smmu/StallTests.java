package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;

class StallTests {
    private static final int PROD = 0x100a8;
    private static final int CONS = 0x100ac;

    /// F_TRANSLATION of stream 8 with Stall.
    private static final Words STALLED = Words.of(0x0000_0008_0000_0010L, 0x8000_0000L, 0x1000, 0);

    private final Bench bench = Bench.of("smmuv3-3.3").started();

    private int stall(int stream) {
        Words words = STALLED.with(0, (long) stream << 32 | 0x10);
        return bench.translation.faults.stall(stream, -1, 0x1000, Access.READ, Event.decode(words));
    }

    private void fill() {
        for (int i = 0; i < 4; i++) {
            bench.translation.faults.record(Event.decode(Words.of(0x0a, 0, 0, 0)), false);
        }
    }

    @Test
    void aStallIsRecordedWithItsTag() {
        stall(8);
        int second = stall(8);

        assertThat(bench.read(PROD)).isEqualTo(2);
        assertThat(bench.machine.get(Bench.EVENTS + 32)).isEqualTo(0x0000_0008_0000_0010L);
        assertThat(bench.machine.get(Bench.EVENTS + 40)).isEqualTo(0x8000_0000L | second);
    }

    @Test
    void resumeDecidesWhatBecomesOfIt() {
        int first = stall(8);
        int second = stall(8);
        int third = stall(8);

        bench.command(0x0000_0008_0000_1044L, first);
        bench.command(0x0000_0008_0000_2044L, second);
        bench.command(0x0000_0008_0000_0044L, third);

        assertThat(bench.machine.takeDevices())
                .containsExactly(
                        "release 8 " + first + " RETRY",
                        "release 8 " + second + " ABORT",
                        "release 8 " + third + " TERMINATE");
    }

    @Test
    void whereTransactionsAlwaysAbortResumeDoesSoToo() {
        var aborting = Bench.withIdr0Flipped(1 << 26).started();
        int stag =
                aborting.translation.faults.stall(
                        8, -1, 0x1000, Access.READ, Event.decode(STALLED));

        aborting.command(0x0000_0008_0000_0044L, stag);

        assertThat(aborting.machine.takeDevices()).containsExactly("release 8 " + stag + " ABORT");
    }

    @Test
    void resumeOfAnotherStreamOrTagOrASecondTimeDoesNothing() {
        int stag = stall(8);

        assertThat(bench.command(0x0000_0009_0000_1044L, stag)).isZero();
        assertThat(bench.command(0x0000_0008_0000_1044L, stag + 1)).isZero();
        assertThat(bench.machine.takeDevices()).isEmpty();

        bench.command(0x0000_0008_0000_1044L, stag);
        bench.machine.takeDevices();
        assertThat(bench.command(0x0000_0008_0000_1044L, stag)).isZero();
        assertThat(bench.machine.takeDevices()).isEmpty();
    }

    @Test
    void stallTermEndsAllOfAStream() {
        int first = stall(8);
        stall(9);
        int second = stall(8);

        bench.command(0x0000_0008_0000_0045L, 0);

        assertThat(bench.machine.takeDevices())
                .containsExactly("release 8 " + first + " ABORT", "release 8 " + second + " ABORT");
    }

    @Test
    void turningTranslationOffEndsThemAll() {
        int first = stall(8);
        int second = stall(9);

        bench.write(0x20, 0xc);

        assertThat(bench.machine.takeDevices())
                .containsExactly("release 8 " + first + " ABORT", "release 9 " + second + " ABORT");
        assertThat(stall(8)).isEqualTo(-1);
    }

    @Test
    void aStallWaitsForRoomAndCausesNoOverflow() {
        fill();

        int stag = stall(8);
        assertThat(bench.read(PROD)).isEqualTo(4);

        bench.write(CONS, 1);
        assertThat(bench.read(PROD)).isEqualTo(5);
        assertThat(bench.machine.get(Bench.EVENTS + 8)).isEqualTo(0x8000_0000L | stag);
    }

    @Test
    void waitingStallsAreRecordedInTheirOrder() {
        fill();
        int first = stall(8);
        int second = stall(8);

        bench.write(CONS, 4);

        assertThat(bench.machine.get(Bench.EVENTS + 8)).isEqualTo(0x8000_0000L | first);
        assertThat(bench.machine.get(Bench.EVENTS + 40)).isEqualTo(0x8000_0000L | second);
    }

    @Test
    void aStallWaitsForTheQueueToBeEnabled() {
        bench.write(0x20, 0x9);

        stall(8);
        assertThat(bench.read(PROD)).isZero();

        bench.write(0x20, 0xd);
        assertThat(bench.read(PROD)).isEqualTo(1);
        assertThat(bench.machine.takeInterrupts()).containsExactly("EVENTQ");
    }

    @Test
    void aStallIsNotLostInAnAbort() {
        bench.write(0x20, 0x1);
        bench.smmu.write(0xa0, 8, 0x1000_0002L);
        bench.write(0x20, 0x5);
        stall(8);
        assertThat(bench.read(0x60)).isEqualTo(4);

        bench.write(0x20, 0x1);
        bench.smmu.write(0xa0, 8, Bench.EVENTS | 2);
        bench.write(0x20, 0x5);
        bench.write(0x64, 4);

        assertThat(bench.read(PROD)).isEqualTo(1);
    }

    @Test
    void whatAnInvalidationMayHaveMendedIsRetriedInsteadOfRecorded() {
        fill();
        int stag = stall(8);

        bench.command(0x04, 31);
        bench.command(0x46, 0);
        assertThat(bench.machine.takeDevices()).isEmpty();

        bench.write(CONS, 4);
        assertThat(bench.machine.takeDevices()).containsExactly("release 8 " + stag + " RETRY");
        assertThat(bench.read(PROD)).isEqualTo(4);
    }

    @Test
    void aSyncAloneMendsNothing() {
        fill();
        stall(8);

        bench.command(0x46, 0);
        bench.write(CONS, 4);

        assertThat(bench.machine.takeDevices()).isEmpty();
        assertThat(bench.read(PROD)).isEqualTo(5);
    }

    @Test
    void noMoreStallThanTheIdentificationSays() {
        var one = Bench.of("smmuv3-3.3", Map.of("IDR5", 0x0001_0075L)).started();

        assertThat(one.translation.faults.stall(8, -1, 0, 1, Event.decode(STALLED)))
                .isNotNegative();
        assertThat(one.translation.faults.stall(8, -1, 0, 1, Event.decode(STALLED))).isEqualTo(-1);
    }

    @Test
    void aTagIsNotGivenTwiceAtATime() {
        int first = stall(8);
        bench.command(0x0000_0008_0000_1044L, first);
        int second = stall(8);
        int third = stall(8);

        assertThat(second).isNotEqualTo(third);
    }
}
