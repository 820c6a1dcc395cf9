package org.vinculum.viommu.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.fake.FakeHost;
import org.vinculum.viommu.fake.Guest;
import org.vinculum.viommu.fake.GuestRam;

class PriQueueTest {
    private static final int GERROR = 0x60;
    private static final int PRIQ_BASE = 0xc0;
    private static final int PRIQ_IRQ_CFG2 = 0xdc;
    private static final int PRIQ_PROD = 0x100c8;
    private static final int PRIQ_CONS = 0x100cc;
    private static final int OVFLG = 0x8000_0000;
    private static final int LAST_ONLY = 0x8000_0000;
    private static final long QUEUE = GuestRam.START + 0x3000;

    /// Stream 7, read, group 5.
    private static final Words MIDDLE = Words.of(0x1000_0000_0000_0007L, 0x1234_5000_0000_5005L);

    private static final Words LAST = Words.of(0x5000_0000_0000_0007L, 0x1234_5000_0000_5005L);

    /// With substream 3.
    private static final Words LAST_OF_PASID =
            Words.of(0xd000_0003_0000_0007L, 0x1234_5000_0000_5005L);

    private static final Words STOP_MARKER = Words.of(0xc000_0003_0000_0007L, 0x5L);

    private final FakeHost host = new FakeHost();
    private final Guest guest = new Guest(host);

    /// Two entries.
    private void enable(long base) {
        guest.writeLong(PRIQ_BASE, base | 1);
        guest.write(0x50, 7);
        guest.write(Guest.CR0, 3);
    }

    private void fill() {
        guest.queues.pageRequest(MIDDLE);
        guest.queues.pageRequest(MIDDLE);
    }

    @Test
    void aRequestIsPutBeforeTheGuest() {
        enable(QUEUE);

        assertThat(guest.queues.pageRequest(LAST)).isTrue();

        assertThat(guest.ram.getLong(QUEUE)).isEqualTo(0x5000_0000_0000_0007L);
        assertThat(guest.ram.getLong(QUEUE + 8)).isEqualTo(0x1234_5000_0000_5005L);
        assertThat(guest.read(PRIQ_PROD)).isEqualTo(1);
        assertThat(guest.lines).containsExactly(Line.PRIQ);
        assertThat(host.answers()).isEmpty();
    }

    @Test
    void overflowAnswersOnlyTheLastRequestOfAGroup() {
        enable(QUEUE);
        fill();

        assertThat(guest.queues.pageRequest(MIDDLE)).isFalse();
        assertThat(guest.read(PRIQ_PROD)).isEqualTo(OVFLG | 2);
        assertThat(host.answers()).isEmpty();

        assertThat(guest.queues.pageRequest(LAST)).isFalse();
        assertThat(host.answers()).containsExactly("0x107 -1 5 SUCCESS");
    }

    @Test
    void anUnacknowledgedOverflowKeepsRequestsOut() {
        enable(QUEUE);
        fill();
        guest.queues.pageRequest(MIDDLE);
        guest.write(PRIQ_CONS, 2);
        assertThat(guest.queues.pageRequest(MIDDLE)).isFalse();

        guest.write(PRIQ_CONS, OVFLG | 2);
        assertThat(guest.queues.pageRequest(MIDDLE)).isTrue();
    }

    @Test
    void anAnswerToOverflowHasThePasidWherePpsIsShown() {
        enable(QUEUE);
        fill();

        guest.queues.pageRequest(LAST_OF_PASID);

        assertThat(host.answers()).containsExactly("0x107 3 5 SUCCESS");
    }

    @Test
    void elsewhereTheStreamTableEntryDecidesOnThePasid() {
        FakeHost plain = new FakeHost().with("IDR3", 0x0000_771cL);
        Guest other = new Guest(Guest.description(false, true, Map.of()), plain);
        other.writeLong(PRIQ_BASE, QUEUE);
        other.write(Guest.CR0, 3);
        other.queues.pageRequest(MIDDLE);

        other.queues.pageRequest(LAST_OF_PASID);
        other.work.answersWithPasid(true);
        other.queues.pageRequest(LAST_OF_PASID);

        assertThat(plain.answers()).containsExactly("0x107 -1 5 SUCCESS", "0x107 3 5 SUCCESS");
    }

    @Test
    void aQueueThatIsOffFailsEveryRequestWithoutPasid() {
        guest.queues.pageRequest(MIDDLE);
        guest.queues.pageRequest(LAST_OF_PASID);

        assertThat(host.answers()).containsExactly("0x107 -1 5 FAILURE", "0x107 -1 5 FAILURE");
        assertThat(guest.read(PRIQ_PROD)).isZero();
    }

    @Test
    void theQueueIsOffWithoutTranslation() {
        guest.writeLong(PRIQ_BASE, QUEUE | 1);
        guest.write(Guest.CR0, 2);

        assertThat(guest.queues.pageRequest(LAST)).isFalse();
        assertThat(host.answers()).containsExactly("0x107 -1 5 FAILURE");
    }

    @Test
    void aStopMarkerIsNeverAnswered() {
        guest.queues.pageRequest(STOP_MARKER);

        assertThat(host.answers()).isEmpty();
    }

    @Test
    void aQueueOutsideMemoryFailsRequestsUntilTheErrorIsAcknowledged() {
        enable(0x1000);

        guest.queues.pageRequest(MIDDLE);
        guest.queues.pageRequest(MIDDLE);

        assertThat(guest.read(GERROR)).isEqualTo(8);
        assertThat(host.answers()).hasSize(2);
    }

    @Test
    void answersWaitForRoomInTheHost() {
        host.room(0);
        guest.queues.pageRequest(LAST);
        assertThat(guest.queues.waits()).isTrue();
        assertThat(host.answers()).isEmpty();

        host.room(1);
        guest.queues.progress();
        assertThat(host.answers()).containsExactly("0x107 -1 5 FAILURE");
        assertThat(guest.queues.waits()).isFalse();
    }

    @Test
    void answersOfAStreamThatHasGoneAreDropped() {
        guest.queues.pageRequest(Words.of(0x5000_0000_0000_0008L, 0x5L));

        assertThat(guest.queues.waits()).isFalse();
        assertThat(host.answers()).isEmpty();
    }

    @Test
    void whoGetsTheIdLaterIsNotAnsweredForAnother() {
        host.room(0);
        guest.queues.pageRequest(LAST);

        guest.queues.detach(new StreamId(7));

        assertThat(guest.queues.waits()).isFalse();
    }

    @Test
    void aDeviceThatAsksWithoutEndCostsNoMoreMemory() {
        host.room(0);
        for (int i = 0; i < 100_000; i++) {
            guest.queues.pageRequest(LAST);
        }
        host.room(100_000);

        guest.queues.progress();

        assertThat(host.answers()).hasSize(1024);
    }

    @Test
    void withLoOnlyTheLastRequestInterruptsAlsoWhenItIsLost() {
        guest.write(PRIQ_IRQ_CFG2, LAST_ONLY);
        enable(QUEUE);

        fill();
        assertThat(guest.lines).isEmpty();
        guest.queues.pageRequest(LAST);
        assertThat(guest.lines).containsExactly(Line.PRIQ);
    }

    @Test
    void answersThatWaitAreGivenByWhoeverTakesOver() {
        enable(QUEUE);
        fill();
        host.room(0);
        guest.queues.pageRequest(LAST);
        guest.queues.pageRequest(LAST_OF_PASID);
        Guest next = new Guest(host);

        next.queues.answersWaiting(guest.queues.answersWaiting());
        assertThat(next.queues.waits()).isTrue();
        host.room(64);
        next.queues.progress();

        assertThat(host.answers()).containsExactly("0x107 -1 5 SUCCESS", "0x107 3 5 SUCCESS");
    }

    @Test
    void answersThatCannotBeReadAreNone() {
        for (String saved : new String[] {"7 - 5", "7 - 5 9", "x - 5 0", " "}) {
            guest.queues.answersWaiting(saved);
            assertThat(guest.queues.waits()).as(saved).isFalse();
        }
    }
}
