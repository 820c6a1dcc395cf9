package org.vinculum.viommu.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.viommu.fake.ProgrammedGuest;
import org.vinculum.viommu.fake.RecordingHost;

class PendingSyncTest {
    private final RecordingHost one = new RecordingHost();
    private final RecordingHost two = new RecordingHost();
    private final ProgrammedGuest guest = new ProgrammedGuest(one, two);

    PendingSyncTest() {
        guest.attach(1, 0);
        guest.attach(2, 1);
        guest.enable();
        one.slow(64).told();
        two.slow(64).told();
    }

    @Test
    void itIsCompleteWhenEveryHostThatWasTouchedHasAnswered() {
        guest.command(0x10, 0);
        guest.sync();
        assertThat(guest.work.waits()).isTrue();

        two.execute(64);
        guest.run();
        assertThat(guest.consumer()).isEqualTo(1);

        one.execute(64);
        guest.run();
        assertThat(guest.consumer()).isEqualTo(2);
        assertThat(guest.work.waits()).isFalse();
    }

    @Test
    void aHostThatWasNotTouchedIsNotAsked() {
        guest.command(0x0000_0001_0000_0040L, 52);
        guest.sync();

        assertThat(one.told()).containsExactly("ATC_INV 0x101 40 34", "SYNC");
        assertThat(two.told()).isEmpty();
    }

    @Test
    void withNothingBeforeItReachesNoHost() {
        guest.sync();

        assertThat(guest.consumer()).isEqualTo(1);
        assertThat(one.told()).isEmpty();
    }

    @Test
    void nothingBehindItBeginsBeforeItIsComplete() {
        guest.put(0x10, 0);
        guest.put(0x46, 0);
        guest.put(0x10, 0);
        guest.tell();
        guest.run();

        assertThat(one.told()).containsExactly("10 0", "SYNC");

        one.execute(64);
        two.execute(64);
        guest.run();

        assertThat(one.told()).containsExactly("10 0");
        assertThat(guest.consumer()).isEqualTo(3);
    }

    @Test
    void theLineIsRaisedOnce() {
        guest.command(0x10, 0);
        guest.command(0x1046, 0);
        assertThat(guest.lines).isEmpty();

        one.execute(64);
        two.execute(64);
        guest.run();
        guest.run();

        assertThat(guest.lines).containsExactly(Line.CMD_SYNC);
    }

    @Test
    void theMessageIsSentWithItsData() {
        guest.command(0x10, 0);
        guest.command(0x0000_abcd_0000_1046L, ProgrammedGuest.DOORBELL);
        one.execute(64);
        two.execute(64);

        guest.run();

        assertThat(guest.messages).containsExactly(0xabcd);
        assertThat(guest.lines).isEmpty();
    }

    @Test
    void aMessageThatGoesNowhereIsAGlobalError() {
        guest.command(0x1046, 0x0900_0000);

        assertThat(guest.read(ProgrammedGuest.GERROR)).isEqualTo(0x10);
        assertThat(guest.consumer()).isEqualTo(1);
    }

    @Test
    void aDeviceThatDoesNotAnswerStopsTheQueueAtTheSync() {
        one.silentDevices(true);
        guest.command(0x0000_0001_0000_0040L, 52);
        guest.command(0x1046, 0);
        one.execute(64);
        guest.run();

        assertThat(guest.error()).isEqualTo(3);
        assertThat(guest.consumer()).isEqualTo(1);
        assertThat(guest.lines).containsExactly(Line.GERROR);
    }

    @Test
    void afterTheErrorTheSyncIsDoneAgainAndSucceeds() {
        one.silentDevices(true);
        guest.command(0x0000_0001_0000_0040L, 52);
        guest.command(0x46, 0);
        one.execute(64);
        guest.run();

        guest.acknowledge();
        guest.run();

        assertThat(guest.error()).isZero();
        assertThat(guest.consumer()).isEqualTo(2);
    }

    @Test
    void askingManyHostsStopsWhereTheBudgetEnds() {
        guest.command(0x10, 0);
        guest.put(0x46, 0);
        guest.tell();

        assertThat(guest.work.process(1)).isEqualTo(1);
        assertThat(guest.work.ready()).isTrue();
        assertThat(guest.work.process(1)).isEqualTo(1);
        assertThat(guest.work.ready()).isFalse();
        assertThat(one.syncs() + two.syncs()).isEqualTo(2);
    }

    @Test
    void sevIsAsGoodAsNone() {
        guest.command(0x2046, 0);

        assertThat(guest.consumer()).isEqualTo(1);
        assertThat(guest.lines).isEmpty();
    }
}
