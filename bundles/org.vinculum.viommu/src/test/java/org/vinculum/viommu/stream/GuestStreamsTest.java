package org.vinculum.viommu.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.StreamId;
import org.vinculum.viommu.fake.ProgrammedGuest;
import org.vinculum.viommu.fake.RecordingHost;

class GuestStreamsTest {
    private static final long VALID_STAGE_1 = 0xb;
    private final RecordingHost host = new RecordingHost();

    private ProgrammedGuest disabled(int streams) {
        var guest = new ProgrammedGuest(host);
        for (int i = 1; i <= streams; i++) {
            guest.attach(i, 0);
        }
        return guest;
    }

    /// The setting that follows from words 0 and 1 of an STE.
    private String setting(ProgrammedGuest guest, long word0, long word1) {
        guest.ste(1, word0, word1);
        guest.command(0x0000_0001_0000_0003L, 1);
        guest.ste(1, 1, 0);
        guest.command(0x0000_0001_0000_0003L, 1);
        return host.told().get(0);
    }

    private ProgrammedGuest enabled(Map<String, Long> baseline) {
        var guest = new ProgrammedGuest(baseline, host);
        guest.attach(1, 0);
        guest.ste(1, 1, 0);
        guest.enable();
        host.told();
        return guest;
    }

    @Test
    void whileDisabledStreamsBypass() {
        disabled(1).run();

        assertThat(host.told()).containsExactly("configure 0x101 bypass");
    }

    @Test
    void orAbortWhereTheGuestHasSaidSo() {
        var guest = disabled(1);
        guest.run();
        host.told();

        guest.registers.write(ProgrammedGuest.GBPA, 4, 0x8010_1000L);
        guest.run();

        assertThat(host.told()).containsExactly("configure 0x101 abort");
        assertThat(guest.read(ProgrammedGuest.GBPA)).isEqualTo(0x10_1000);
    }

    @Test
    void updateIsSetUntilEveryStreamHasFollowed() {
        var guest = disabled(2);
        guest.run();

        guest.registers.write(ProgrammedGuest.GBPA, 4, 0x8010_1000L);
        guest.work.process(1);
        assertThat(guest.read(ProgrammedGuest.GBPA)).isEqualTo(0x8010_1000);

        guest.work.process(1);
        guest.run();
        assertThat(guest.read(ProgrammedGuest.GBPA)).isEqualTo(0x10_1000);
    }

    @Test
    void enablingShadowsEveryStreamBeforeItIsAcknowledged() {
        var guest = disabled(3);
        guest.run();
        host.told();
        guest.ste(1, 0x1, 0);
        guest.ste(3, 0x1, 0);

        guest.registers.write(ProgrammedGuest.CR0, 4, 0xf);
        guest.work.process(1);
        assertThat(guest.read(ProgrammedGuest.CR0ACK)).isEqualTo(0xe);

        guest.run();
        assertThat(guest.read(ProgrammedGuest.CR0ACK)).isEqualTo(0xf);
        assertThat(host.told())
                .containsExactly(
                        "configure 0x101 abort",
                        "configure 0x102 invalid",
                        "configure 0x103 abort");
    }

    @Test
    void disablingBringsBypassBack() {
        var guest = disabled(1);
        guest.enable();
        host.told();

        guest.registers.write(ProgrammedGuest.CR0, 4, 0xe);
        guest.run();

        assertThat(host.told()).containsExactly("configure 0x101 bypass");
        assertThat(guest.read(ProgrammedGuest.CR0ACK)).isEqualTo(0xe);
    }

    @Test
    void aStreamThatComesLaterFollowsTheTableAsItIsThen() {
        var guest = enabled(Map.of());
        guest.ste(2, 0x9, 0);

        guest.attach(2, 0);
        guest.run();

        assertThat(host.told()).containsExactly("configure 0x102 bypass");
    }

    @Test
    void aStreamThatIsGoneIsNotTouchedAgain() {
        var guest = enabled(Map.of());
        guest.work.detach(new StreamId(1));
        host.disowns(new StreamId(0x101));

        guest.command(0x04, 31);
        guest.registers.write(ProgrammedGuest.CR0, 4, 0xe);
        guest.run();

        assertThat(host.told()).isEmpty();
        assertThat(guest.consumer()).isEqualTo(1);
    }

    @Test
    void onlyFieldsOfStage1AreTaken() {
        var guest = enabled(Map.of());

        assertThat(setting(guest, 0x8700_00ff_ffff_ffebL, -1L))
                .isEqualTo("configure 0x101 800000ffffffffe0 80800ff");
    }

    @Test
    void whoIsShownNoStallsCannotHaveThemThroughAContextDescriptor() {
        long terminateOnly = RecordingHost.CAPABLE.get("IDR0") | 0x100_0000L;
        var guest = enabled(Map.of("IDR0", terminateOnly));

        assertThat(setting(guest, 0x4005_000bL, 0))
                .as("S1STALLD")
                .isEqualTo("configure 0x101 40050000 8000000");
    }

    @Test
    void whatIsIllegalForWhatIsShownIsInvalid() {
        var guest = enabled(Map.of());
        String invalid = "configure 0x101 invalid";

        assertThat(setting(guest, 0x4005_000aL, 0)).as("V").isEqualTo(invalid);
        assertThat(setting(guest, 0x4005_000dL, 0)).as("stage 2").isEqualTo(invalid);
        assertThat(setting(guest, 0x4005_000fL, 0)).as("nested").isEqualTo(invalid);
        assertThat(setting(guest, 1L << 40 | VALID_STAGE_1, 0)).as("OAS").isEqualTo(invalid);
        assertThat(setting(guest, 21L << 59 | VALID_STAGE_1, 0)).as("CDs").isEqualTo(invalid);
        assertThat(setting(guest, VALID_STAGE_1, 2L << 28)).as("EATS").isEqualTo(invalid);
    }

    @Test
    void whatIsShownLessIsIllegalSooner() {
        long idr0 = RecordingHost.CAPABLE.get("IDR0") & ~0x8_0000L;
        var guest = enabled(Map.of("IDR0", idr0, "IDR1", 0x0273_9090L));

        assertThat(setting(guest, 1L << 59 | 0x4005_001bL, 0))
                .as("two levels")
                .isEqualTo("configure 0x101 invalid");
        assertThat(setting(guest, 0x4005_001bL, 0))
                .as("one context descriptor has no levels")
                .isEqualTo("configure 0x101 40050000 0");
        assertThat(setting(guest, 3L << 59 | 0x4005_000bL, 0))
                .as("SSIDSIZE is 2")
                .isEqualTo("configure 0x101 invalid");
    }

    @Test
    void reservedConfigurationsAbort() {
        var guest = enabled(Map.of());
        guest.ste(1, 0x9, 0);
        guest.command(0x0000_0001_0000_0003L, 1);
        host.told();

        guest.ste(1, 0x7, 0);
        guest.command(0x0000_0001_0000_0003L, 1);

        assertThat(host.told()).containsExactly("configure 0x101 abort");
    }

    @Test
    void atsIsPassedOnOnlyWhereItIsShown() {
        assertThat(setting(enabled(Map.of()), VALID_STAGE_1, 1L << 28))
                .isEqualTo("configure 0x101 0 0 ats");
        long without = RecordingHost.CAPABLE.get("IDR0") & ~0x1_0400L;
        assertThat(setting(enabled(Map.of("IDR0", without)), VALID_STAGE_1, 1L << 28))
                .isEqualTo("configure 0x101 0 0");
    }

    @Test
    void aTableOfTwoLevelsIsFollowed() {
        var guest = new ProgrammedGuest(host);
        guest.attach(0x41, 0);
        guest.registers.write(0x88, 4, 0x1_0188);
        guest.ram.setLong(0x3_0000 + 8, 0x4004_0000L | 2);
        guest.ram.setLong(0x4_0000 + 64, 0x9);
        guest.enable();

        assertThat(host.told()).contains("configure 0x141 bypass");
    }

    @Test
    void anEntryThatWasMissingIsLookedForAgainWhenItsDeviceIsHeardOf() {
        var guest = new ProgrammedGuest(host);
        guest.attach(0x41, 0);
        guest.registers.write(0x88, 4, 0x1_0188);
        guest.registers.write(0x2c, 4, 0x2);
        guest.enable();
        host.told();
        guest.event(0x41, 0x0000_0141_0000_0004L, 0, 0, 0);
        assertThat(guest.nextEvent().word(0))
                .as("C_BAD_STREAMID")
                .isEqualTo(0x0000_0041_0000_0002L);

        guest.ram.setLong(0x3_0000 + 8, 0x4004_0000L | 2);
        guest.ram.setLong(0x4_0000 + 64, 0x1);
        guest.event(0x41, 0x0000_0141_0000_0004L, 0, 0, 0);
        guest.run();

        assertThat(guest.nextEvent()).isNull();
        assertThat(host.told()).containsExactly("configure 0x141 abort");
    }

    @Test
    void aStreamThatMayHaveBeenSilencedIsInstalledAgainWhenItsGuestReacts() {
        var guest = enabled(Map.of());
        guest.ste(1, 0x4005_000bL, 0);
        guest.command(0x0000_0001_0000_0003L, 1);
        guest.event(1, 0x0000_0101_0000_0010L, 0x0000_0208_0000_0000L, 0x1234_5000L, 0);
        host.told();

        guest.command(0x0000_0001_0000_0003L, 1);
        guest.command(0x0000_0001_0000_0003L, 1);

        assertThat(host.told()).containsExactly("configure 0x101 40050000 0", "CFGI_CD_ALL 0x101");
    }
}
