package org.vinculum.viommu.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.viommu.fake.ProgrammedGuest;
import org.vinculum.viommu.fake.RecordingHost;

class GuestCommandsTest {
    @Test
    void aCommandThatFailsStopsTheQueueUntilItIsAcknowledged() {
        var guest = ProgrammedGuest.ready();
        guest.put(0x10, 0);
        guest.put(0xff, 0);
        guest.put(0x10, 0);
        guest.tell();
        guest.run();

        assertThat(guest.error()).isEqualTo(1);
        assertThat(guest.consumer()).isEqualTo(1);
        assertThat(guest.hosts.get(0).told()).hasSize(1);

        guest.ram.setLong(16, 0x46);
        guest.acknowledge();
        guest.run();

        assertThat(guest.consumer()).isEqualTo(3);
        assertThat(guest.error()).isZero();
    }

    @Test
    void aRingOutsideMemoryIsAnAbort() {
        var guest = ProgrammedGuest.ready();
        guest.registers.write(ProgrammedGuest.CR0, 4, 0x7);
        guest.registers.write(0x90, 8, 0x5000_0000L | 8);
        guest.registers.write(ProgrammedGuest.CR0, 4, 0xf);

        guest.registers.write(ProgrammedGuest.CMDQ_PROD, 4, 1);
        guest.run();

        assertThat(guest.error()).isEqualTo(2);
        assertThat(guest.consumer()).isZero();
    }

    @Test
    void anotherBaseIsFollowed() {
        var guest = ProgrammedGuest.ready();
        guest.command(0x10, 0);
        guest.registers.write(ProgrammedGuest.CR0, 4, 0x7);
        guest.registers.write(0x90, 8, 0x4004_0000L | 4);
        guest.registers.write(ProgrammedGuest.CMDQ_PROD, 4, 1);
        guest.registers.write(ProgrammedGuest.CMDQ_CONS, 4, 0);
        guest.ram.setLong(0x4_0000, 0x0007_0000_0000_0011L);
        guest.ram.setLong(0x4_0008, 0);
        guest.hosts.get(0).told();

        guest.registers.write(ProgrammedGuest.CR0, 4, 0xf);
        guest.run();

        assertThat(guest.hosts.get(0).told()).containsExactly("7000000000011 0");
    }

    @Test
    void aProducerThatIsNonsenseCostsNoMoreThanItsRing() {
        var guest = ProgrammedGuest.ready();
        for (int i = 0; i < 1 << ProgrammedGuest.RING_LOG2; i++) {
            guest.put(0x10, 0);
        }

        guest.registers.write(ProgrammedGuest.CMDQ_PROD, 4, 0xffff_ffff);
        guest.run();

        assertThat(guest.consumer()).isEqualTo(0x1ff);
        assertThat(guest.hosts.get(0).told()).hasSize(0x1ff);
    }

    @Test
    void anEntryThatIsRewrittenAfterItWasFetchedIsNotReadAgain() {
        var guest = new ProgrammedGuest(new RecordingHost(), new RecordingHost());
        guest.attach(1, 0);
        guest.attach(2, 1);
        guest.enable();
        guest.hosts.get(0).told();
        guest.hosts.get(1).told();
        guest.put(0x0001_0000_0000_0011L, 0);
        guest.tell();
        guest.work.process(1);

        guest.ram.setLong(0, 0xff);
        guest.run();

        assertThat(guest.error()).isZero();
        assertThat(guest.hosts.get(1).told()).containsExactly("1000000000011 0");
    }

    @Test
    void nothingIsProcessedWhileTheQueueIsDisabled() {
        var guest = ProgrammedGuest.ready();
        guest.registers.write(ProgrammedGuest.CR0, 4, 0x7);

        guest.command(0x10, 0);

        assertThat(guest.work.ready()).isFalse();
        assertThat(guest.consumer()).isZero();
        assertThat(guest.read(ProgrammedGuest.CR0ACK)).isEqualTo(0x7);
    }

    @Test
    void aCommandThatWasGivenUpByDisablingBeginsAnew() {
        var host = new RecordingHost().slow(64);
        var guest = new ProgrammedGuest(host);
        guest.attach(1, 0);
        guest.enable();
        guest.command(0x10, 0);
        guest.sync();
        assertThat(guest.consumer()).isEqualTo(1);

        guest.registers.write(ProgrammedGuest.CR0, 4, 0x7);
        host.execute(64);
        guest.run();
        assertThat(guest.consumer()).isEqualTo(1);

        guest.registers.write(ProgrammedGuest.CR0, 4, 0xf);
        guest.run();
        assertThat(guest.consumer()).isEqualTo(2);
    }

    @Test
    void withoutRoomCommandsStayInTheRing() {
        var host = new RecordingHost();
        var guest = new ProgrammedGuest(host);
        guest.attach(1, 0);
        guest.enable();
        host.slow(8);
        host.told();
        for (int i = 0; i < 20; i++) {
            guest.put(0x10, 0);
        }
        guest.tell();
        guest.run();

        assertThat(host.told()).hasSize(8);
        assertThat(guest.work.ready()).isFalse();
        assertThat(guest.work.waits()).isTrue();
        assertThat(guest.consumer()).isEqualTo(8);

        host.execute(3);
        guest.run();

        assertThat(guest.consumer()).isEqualTo(11);
    }

    @Test
    void everyCommandCostsOneAtLeast() {
        var guest = ProgrammedGuest.ready();
        for (int i = 0; i < 100; i++) {
            guest.put(0x01, 0);
        }
        guest.tell();

        assertThat(guest.work.process(64)).isEqualTo(64);
        assertThat(guest.consumer()).isEqualTo(64);
    }

    @Test
    void onlyWhatHostsHaveGotCountsAsHostCommands() {
        var guest = ProgrammedGuest.ready();
        long before = guest.work.counts(0, 0).hostCommands();

        guest.command(0x01, 0);
        guest.command(0x10, 0);
        guest.command(0x46, 0);
        guest.command(0xff, 0);

        var counts = guest.work.counts(0, 0);
        assertThat(counts.hostCommands() - before).isEqualTo(2);
        assertThat(counts.commands()).isEqualTo(3);
        assertThat(counts.syncs()).isEqualTo(1);
        assertThat(counts.commandErrors()).isEqualTo(1);
        assertThat(counts.waiting()).isEqualTo(1);
    }
}
