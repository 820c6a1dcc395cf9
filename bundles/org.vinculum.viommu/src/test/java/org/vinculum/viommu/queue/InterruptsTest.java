package org.vinculum.viommu.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.encoding.Cerror;
import org.vinculum.viommu.fake.FakeHost;
import org.vinculum.viommu.fake.Guest;
import org.vinculum.viommu.fake.GuestRam;

class InterruptsTest {
    private static final int IRQ_CTRL = 0x50;
    private static final int GERROR = 0x60;
    private static final int GERRORN = 0x64;
    private static final long NOWHERE = 0x1000;
    private static final Words EVENT = Words.of(0x0000_0007_0000_0004L, 0, 0, 0);

    private final Guest guest = new Guest();

    private void record() {
        guest.writeLong(Guest.EVENTQ_BASE, GuestRam.START | 4);
        guest.write(Guest.CR0, 4);
        guest.queues.event(EVENT, false);
    }

    @Test
    void nothingInterruptsThatIsNotEnabled() {
        record();
        guest.registers.commandError(Cerror.ILL, 0);

        assertThat(guest.lines).isEmpty();
        assertThat(guest.ram.messages()).isEmpty();
    }

    @Test
    void anAddressMakesItAMessage() {
        guest.writeLong(0xb0, GuestRam.DOORBELL);
        guest.write(0xb8, 0x55);
        guest.write(IRQ_CTRL, 4);

        record();

        assertThat(guest.ram.messages()).containsExactly(0x55);
        assertThat(guest.lines).isEmpty();
    }

    @Test
    void aMessageToNowhereIsAnErrorThatIsToldByItsOwnInterrupt() {
        guest.writeLong(0xb0, NOWHERE);
        guest.write(IRQ_CTRL, 5);

        record();

        assertThat(guest.read(GERROR)).isEqualTo(0x20);
        assertThat(guest.lines).containsExactly(Line.GERROR);
    }

    @Test
    void aMessageOfAnErrorToNowhereIsNotToldByAnother() {
        guest.writeLong(0x68, NOWHERE);
        guest.write(IRQ_CTRL, 1);

        guest.registers.commandError(Cerror.ILL, 0);

        assertThat(guest.read(GERROR)).isEqualTo(0x81);
        assertThat(guest.lines).isEmpty();
    }

    @Test
    void whereMessagesAreNotShownAnAddressIsNotKept() {
        Guest wired =
                new Guest(
                        Guest.description(false, false, Map.of("IDR0", 0x090d_d6bbL)),
                        new FakeHost());
        wired.writeLong(0x68, GuestRam.DOORBELL);
        wired.write(IRQ_CTRL, 1);

        wired.registers.commandError(Cerror.ILL, 0);

        assertThat(wired.lines).containsExactly(Line.GERROR);
        assertThat(wired.ram.messages()).isEmpty();
    }

    @Test
    void aCompletedSyncIsToldAsTheGuestAsked() {
        guest.queues.syncInterrupt();
        guest.queues.syncMessage(GuestRam.DOORBELL, 9);
        guest.queues.syncMessage(GuestRam.START + 0x40, 0x1234_5678);

        assertThat(guest.lines).containsExactly(Line.CMD_SYNC);
        assertThat(guest.ram.messages()).containsExactly(9);
        assertThat(guest.ram.getLong(GuestRam.START + 0x40)).isEqualTo(0x1234_5678L);
    }

    @Test
    void aSyncMessageToNowhereIsAnErrorOnceUntilItIsAcknowledged() {
        guest.write(IRQ_CTRL, 1);

        guest.queues.syncMessage(NOWHERE, 0);
        guest.queues.syncMessage(NOWHERE, 0);
        assertThat(guest.read(GERROR)).isEqualTo(0x10);
        assertThat(guest.lines).containsExactly(Line.GERROR);

        guest.write(GERRORN, 0x10);
        guest.queues.syncMessage(NOWHERE, 0);
        assertThat(guest.read(GERROR)).isZero();
    }
}
