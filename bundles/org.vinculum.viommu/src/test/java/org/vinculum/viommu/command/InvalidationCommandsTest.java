package org.vinculum.viommu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.StreamId;
import org.vinculum.viommu.fake.ProgrammedGuest;
import org.vinculum.viommu.fake.RecordingHost;

class InvalidationCommandsTest {
    private static final long IDR3_WITHOUT_RIL = 0x0000_733cL;

    private final RecordingHost one = new RecordingHost();
    private final RecordingHost two = new RecordingHost();

    private ProgrammedGuest guest(Map<String, Long> baseline) {
        var guest = new ProgrammedGuest(baseline, one, two);
        guest.attach(1, 0);
        guest.enable();
        one.told();
        return guest;
    }

    @Test
    void everyScopeIsKeptAndTheVmidIsNotTaken() {
        var guest = guest(Map.of());

        guest.command(0x0000_1234_0000_0010L, -1);
        guest.command(0x00ab_1234_0000_0011L, -1);
        guest.command(0xffab_1234_0000_0012L, 0x0000_7fff_1234_5001L);
        guest.command(0xffab_1234_0000_0013L, 0x0000_7fff_1234_5000L);

        assertThat(one.told())
                .containsExactly(
                        "10 0",
                        "ab000000000011 0",
                        "ffab000000000012 7fff12345001",
                        "13 7fff12345000");
    }

    @Test
    void aRangeIsKeptWithItsGranuleAndLevel() {
        var guest = guest(Map.of());

        guest.command(0x0001_0000_03f1_f012L, 0xffff_ffff_ffff_f78fL | 0x400);

        assertThat(one.told()).containsExactly("1000001f1f012 fffffffffffff701");
    }

    @Test
    void withoutAGranuleNumAndScaleDoNotReachTheHost() {
        var guest = guest(Map.of());

        guest.command(0x0001_0000_01f1_f012L, 0x1000 | 0x300);

        assertThat(one.told()).containsExactly("1000000000012 1000");
    }

    @Test
    void rangesThatAreNotShownDoNotReachAHostThatHasThem() {
        var guest = guest(Map.of("IDR3", IDR3_WITHOUT_RIL));

        guest.command(0x0001_0000_01f1_f012L, 0x1000 | 0x400);

        assertThat(one.told()).containsExactly("1000000000012 1000");
        assertThat(guest.error()).isZero();
    }

    @Test
    void aReservedRangeIsIllegal() {
        var guest = guest(Map.of());

        guest.command(0x12, 0x400);

        assertThat(guest.error()).isEqualTo(1);
        assertThat(guest.consumer()).isZero();
        assertThat(one.told()).isEmpty();
    }

    @Test
    void levelOneOfSixteenKibibytesAloneIsIllegal() {
        var guest = guest(Map.of());

        guest.command(0x13, 0x900);

        assertThat(guest.error()).isEqualTo(1);
    }

    @Test
    void levelOneOfSixteenKibibytesInARangeIsLegal() {
        var guest = guest(Map.of());

        guest.command(0x1013, 0x900);

        assertThat(one.told()).containsExactly("1013 900");
    }

    @Test
    void everythingMeansEverythingOfTheGuest() {
        var guest = guest(Map.of());

        guest.command(0x30, 0);

        assertThat(one.told()).containsExactly("10 0");
    }

    @Test
    void everyHostWithAStreamIsTold() {
        var guest = guest(Map.of());
        guest.attach(2, 1);
        guest.run();
        two.told();

        guest.command(0x10, 0);

        assertThat(one.told()).containsExactly("10 0");
        assertThat(two.told()).containsExactly("10 0");
    }

    @Test
    void aHostWithoutAStreamIsNot() {
        var guest = guest(Map.of());

        guest.command(0x10, 0);

        assertThat(two.told()).isEmpty();
    }

    @Test
    void aHostThatGetsAStreamAgainForgetsWhatItHasMissed() {
        var guest = guest(Map.of());
        guest.attach(2, 1);
        guest.run();
        guest.work.detach(new StreamId(2));
        guest.command(0x10, 0);
        two.told();

        guest.attach(2, 1);
        guest.run();

        assertThat(two.told()).containsExactly("10 0", "configure 0x102 invalid");
    }

    @Test
    void asidsAreEightBitsWideWhereNoMoreAreShown() {
        var guest = guest(Map.of("IDR0", RecordingHost.CAPABLE.get("IDR0") & ~0x1000L));

        guest.command(0xff12_0000_0000_0011L, 0);

        assertThat(one.told()).containsExactly("12000000000011 0");
    }

    @Test
    void aFanOutStopsWhereTheBudgetEndsAndGoesOnThere() {
        var guest = guest(Map.of());
        guest.attach(2, 1);
        guest.run();
        two.told();
        guest.put(0x10, 0);
        guest.tell();

        assertThat(guest.work.process(1)).isEqualTo(1);
        assertThat(guest.consumer()).isZero();
        assertThat(two.told()).isEmpty();

        assertThat(guest.work.process(1)).isEqualTo(1);
        assertThat(guest.consumer()).isEqualTo(1);
        assertThat(one.told()).containsExactly("10 0");
        assertThat(two.told()).containsExactly("10 0");
    }

    @Test
    void aRowGoesToEveryHostInItsOrder() {
        var guest = guest(Map.of());
        guest.attach(2, 1);
        guest.run();
        two.told();
        guest.put(0x11, 0);
        guest.put(0x12, 0x1000);
        guest.put(0x30, 0);

        guest.sync();

        assertThat(one.told()).containsExactly("11 0", "12 1000", "10 0", "SYNC");
        assertThat(two.told()).containsExactly("11 0", "12 1000", "10 0", "SYNC");
        assertThat(guest.consumer()).isEqualTo(4);
        assertThat(guest.work.counts(0, 0).commands()).isEqualTo(4);
    }

    @Test
    void aRowTakesNoMoreThanTheBudget() {
        var guest = guest(Map.of());
        guest.attach(2, 1);
        guest.run();
        two.told();
        for (int i = 0; i < 4; i++) {
            guest.put(0x12, i * 0x1000L);
        }
        guest.tell();

        assertThat(guest.work.process(5)).isEqualTo(5);

        assertThat(guest.consumer()).isEqualTo(2);
        assertThat(one.told()).containsExactly("12 0", "12 1000", "12 2000");
        assertThat(two.told()).containsExactly("12 0", "12 1000");
    }

    @Test
    void aRowEndsBeforeACommandThatIsIllegal() {
        var guest = guest(Map.of());
        guest.put(0x12, 0x1000);
        guest.put(0x12, 0x2400);
        guest.put(0x12, 0x3000);

        guest.tell();
        guest.run();

        assertThat(one.told()).containsExactly("12 1000");
        assertThat(guest.consumer()).isEqualTo(1);
        assertThat(guest.error()).isEqualTo(1);
    }

    @Test
    void whatOneHostHasNoRoomForIsGivenToAllAgain() {
        var guest = guest(Map.of());
        guest.attach(2, 1);
        guest.run();
        two.told();
        two.slow(2);
        for (int i = 0; i < 3; i++) {
            guest.put(0x12, i * 0x1000L);
        }
        guest.tell();
        guest.run();
        assertThat(guest.consumer()).isEqualTo(2);
        assertThat(two.told()).containsExactly("12 0", "12 1000");
        one.told();

        two.execute(1);
        guest.run();

        assertThat(guest.consumer()).isEqualTo(3);
        assertThat(one.told()).containsExactly("12 2000");
        assertThat(two.told()).containsExactly("12 2000");
    }
}
