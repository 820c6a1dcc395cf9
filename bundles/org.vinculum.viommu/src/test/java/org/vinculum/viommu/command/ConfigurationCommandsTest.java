package org.vinculum.viommu.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.domain.HostSmmu;
import org.vinculum.viommu.fake.ProgrammedGuest;
import org.vinculum.viommu.fake.RecordingHost;

class ConfigurationCommandsTest {
    private static final long STAGE_1 = 0x0000_0000_4005_000bL;

    private final ProgrammedGuest guest = ProgrammedGuest.ready();
    private final RecordingHost host = guest.hosts.get(0);

    @Test
    void aChangedEntryIsInstalled() {
        guest.ste(1, STAGE_1, 0);

        guest.command(0x0000_0001_0000_0003L, 1);

        assertThat(host.told()).containsExactly("configure 0x101 40050000 0");
    }

    @Test
    void anUnchangedEntryMakesTheHostForgetContextDescriptors() {
        guest.ste(1, STAGE_1, 0);
        guest.command(0x0000_0001_0000_0003L, 1);
        host.told();

        guest.command(0x0000_0001_0000_0003L, 0);
        guest.sync();

        assertThat(host.told()).containsExactly("CFGI_CD_ALL 0x101", "SYNC");
    }

    @Test
    void anUnchangedAbortCostsTheHostNothing() {
        guest.ste(1, 1, 0);
        guest.command(0x0000_0001_0000_0003L, 1);
        host.told();

        guest.command(0x0000_0001_0000_0003L, 1);

        assertThat(host.told()).isEmpty();
    }

    @Test
    void aRangeIsAlignedDownAndHoldsOwnStreamsOnly() {
        guest.attach(4, 0);
        guest.run();
        host.told();
        guest.ste(1, 0x9, 0);
        guest.ste(2, 0x9, 0);
        guest.ste(4, 0x9, 0);

        guest.command(0x0000_0003_0000_0004L, 1);

        assertThat(host.told()).containsExactly("configure 0x101 bypass", "configure 0x102 bypass");
    }

    @Test
    void allMeansAllOfTheGuest() {
        guest.ste(1, 0x9, 0);
        guest.ste(2, 0x1, 0);

        guest.command(0x04, 31);

        assertThat(host.told()).containsExactly("configure 0x101 bypass", "configure 0x102 abort");
    }

    @Test
    void aLargeRangeStopsWhereTheBudgetEndsAndGoesOnThere() {
        guest.ste(1, 0x9, 0);
        guest.ste(2, 0x9, 0);
        guest.put(0x04, 31);
        guest.tell();

        assertThat(guest.work.process(1)).isEqualTo(RecordingHost.CONFIGURE_COMMANDS);
        assertThat(guest.consumer()).isZero();
        assertThat(host.told()).containsExactly("configure 0x101 bypass");

        guest.work.process(1);
        assertThat(guest.consumer()).isEqualTo(1);
        assertThat(host.told()).containsExactly("configure 0x102 bypass");
    }

    @Test
    void aLargeRangeWaitsForRoom() {
        guest.ste(1, 0x9, 0);
        host.slow(HostSmmu.SETTING_COMMANDS);
        guest.command(0x10, 0);

        guest.command(0x04, 31);
        assertThat(guest.work.ready()).isFalse();
        assertThat(guest.consumer()).isEqualTo(1);

        host.execute(1);
        guest.run();
        assertThat(guest.consumer()).isEqualTo(2);
    }

    @Test
    void aStreamOfSomebodyElseIsPassedOver() {
        guest.command(0x0000_0007_0000_0003L, 0);
        guest.command(0x0000_0007_0000_0005L, 0);
        guest.command(0x0000_0007_0000_0006L, 0);
        guest.command(0xffff_ffff_0000_0003L, 0);

        assertThat(host.told()).isEmpty();
        assertThat(guest.consumer()).isEqualTo(4);
        assertThat(guest.error()).isZero();
    }

    @Test
    void contextDescriptorsAreForgottenByTheHostsName() {
        guest.ste(1, 0x5000_0000_4005_000bL, 0);
        guest.command(0x0000_0001_0000_0003L, 1);
        host.told();

        guest.command(0x0000_0001_0000_3005L, 1);
        guest.command(0x0000_0001_0000_0005L, 0);
        guest.command(0x0000_0001_0000_0006L, 0);

        assertThat(host.told())
                .containsExactly("CFGI_CD 0x101 3 leaf", "CFGI_CD 0x101 0", "CFGI_CD_ALL 0x101");
    }

    @Test
    void aStreamWithoutStage1HasNoContextDescriptors() {
        guest.ste(1, 0x9, 0);
        guest.command(0x0000_0001_0000_0003L, 1);
        host.told();

        guest.command(0x0000_0001_0000_0005L, 0);
        guest.command(0x0000_0001_0000_0006L, 0);

        assertThat(host.told()).isEmpty();
    }

    @Test
    void nothingIsInstalledWhileTheSmmuIsDisabled() {
        guest.registers.write(ProgrammedGuest.CR0, 4, 0xe);
        guest.run();
        host.told();
        guest.ste(1, STAGE_1, 0);

        guest.command(0x0000_0001_0000_0003L, 1);
        guest.command(0x04, 31);

        assertThat(host.told()).isEmpty();
        assertThat(guest.consumer()).isEqualTo(2);
    }
}
