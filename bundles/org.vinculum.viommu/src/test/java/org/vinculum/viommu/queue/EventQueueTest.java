package org.vinculum.viommu.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.fake.Guest;
import org.vinculum.viommu.fake.GuestRam;

class EventQueueTest {
    private static final int IRQ_CTRL = 0x50;
    private static final int GERROR = 0x60;
    private static final int GERRORN = 0x64;
    private static final int EVENTQ_ABT_ERR = 4;
    private static final int OVFLG = 0x8000_0000;
    private static final long QUEUE = GuestRam.START + 0x2000;

    private final Guest guest = new Guest();

    /// Two entries.
    private void enable(long base) {
        guest.writeLong(Guest.EVENTQ_BASE, base | 1);
        guest.write(IRQ_CTRL, 5);
        guest.write(Guest.CR0, 4);
    }

    private static Words record(int number) {
        return Words.of(0x0000_0007_0000_0010L, 0x100L + number, 0x200L + number, 0x300L + number);
    }

    @Test
    void aRecordIsWrittenWhereProdPointsAndProdMovesOn() {
        enable(QUEUE);

        assertThat(guest.queues.event(record(1), false)).isTrue();

        assertThat(guest.ram.getLong(QUEUE)).isEqualTo(0x0000_0007_0000_0010L);
        assertThat(guest.ram.getLong(QUEUE + 8)).isEqualTo(0x101);
        assertThat(guest.ram.getLong(QUEUE + 16)).isEqualTo(0x201);
        assertThat(guest.ram.getLong(QUEUE + 24)).isEqualTo(0x301);
        assertThat(guest.read(Guest.EVENTQ_PROD)).isEqualTo(1);
        assertThat(guest.queues.events()).isEqualTo(1);
    }

    @Test
    void theQueueIsAlignedToItsSize() {
        enable(QUEUE + 0x20);

        guest.queues.event(record(1), false);

        assertThat(guest.ram.getLong(QUEUE + 8)).isEqualTo(0x101);
    }

    @Test
    void onlyTheFirstRecordInterrupts() {
        enable(QUEUE);

        guest.queues.event(record(1), false);
        guest.queues.event(record(2), false);

        assertThat(guest.lines).containsExactly(Line.EVENTQ);
    }

    @Test
    void aRecordThatFindsTheQueueFullIsLostAndToldOnce() {
        enable(QUEUE);
        guest.queues.event(record(1), false);
        guest.queues.event(record(2), false);

        assertThat(guest.queues.event(record(3), false)).isFalse();
        assertThat(guest.read(Guest.EVENTQ_PROD)).isEqualTo(OVFLG | 2);
        guest.queues.event(record(4), false);
        assertThat(guest.read(Guest.EVENTQ_PROD)).isEqualTo(OVFLG | 2);
        assertThat(guest.queues.eventsDropped()).isEqualTo(2);

        guest.write(Guest.EVENTQ_CONS, OVFLG);
        guest.queues.event(record(5), false);
        assertThat(guest.read(Guest.EVENTQ_PROD)).isEqualTo(2);
    }

    @Test
    void anUnacknowledgedOverflowDoesNotKeepRecordsOut() {
        enable(QUEUE);
        guest.queues.event(record(1), false);
        guest.queues.event(record(2), false);
        guest.queues.event(record(3), false);

        guest.write(Guest.EVENTQ_CONS, 1);

        assertThat(guest.queues.event(record(4), false)).isTrue();
        assertThat(guest.ram.getLong(QUEUE + 8)).isEqualTo(0x104);
        assertThat(guest.read(Guest.EVENTQ_PROD)).isEqualTo(OVFLG | 3);
    }

    @Test
    void recordsOfStallsWaitForRoomInTheirOrderWithoutOverflow() {
        enable(QUEUE);
        guest.queues.event(record(1), false);
        guest.queues.event(record(2), false);
        guest.queues.event(record(3), true);
        guest.queues.event(record(4), true);
        assertThat(guest.read(Guest.EVENTQ_PROD)).isEqualTo(2);

        guest.write(Guest.EVENTQ_CONS, 1);
        assertThat(guest.ram.getLong(QUEUE + 8)).isEqualTo(0x103);
        guest.write(Guest.EVENTQ_CONS, 2);
        assertThat(guest.ram.getLong(QUEUE + 0x28)).isEqualTo(0x104);
        assertThat(guest.queues.waiting()).isEmpty();
    }

    @Test
    void whileItIsDisabledOrdinaryRecordsAreLostInSilenceAndStallsWait() {
        assertThat(guest.queues.event(record(1), false)).isFalse();
        guest.queues.event(record(2), true);
        guest.queues.eventsLost();
        assertThat(guest.read(Guest.EVENTQ_PROD)).isZero();

        enable(QUEUE);
        assertThat(guest.ram.getLong(QUEUE + 8)).isEqualTo(0x102);
        assertThat(guest.read(Guest.EVENTQ_PROD)).isEqualTo(1);
    }

    @Test
    void aQueueOutsideMemoryStopsUntilTheErrorIsAcknowledged() {
        enable(0x1000);

        assertThat(guest.queues.event(record(1), false)).isFalse();
        assertThat(guest.read(GERROR)).isEqualTo(EVENTQ_ABT_ERR);
        assertThat(guest.lines).containsExactly(Line.GERROR);
        guest.queues.event(record(2), true);
        assertThat(guest.read(GERROR)).isEqualTo(EVENTQ_ABT_ERR);

        guest.write(GERRORN, EVENTQ_ABT_ERR);
        assertThat(guest.read(GERROR)).isZero();
        assertThat(guest.queues.waiting()).containsExactly(record(2));
    }

    @Test
    void whatIsLostOnTheWayIsToldAsOverflow() {
        enable(QUEUE);

        guest.queues.eventsLost();

        assertThat(guest.read(Guest.EVENTQ_PROD)).isEqualTo(OVFLG);
    }

    @Test
    void recordsOfEndedStallsAreForgotten() {
        guest.queues.event(record(1), true);
        guest.queues.event(record(2), true);

        guest.queues.forgetWaiting(record -> record.word(1) == 0x101);

        assertThat(guest.queues.waiting()).containsExactly(record(2));
    }

    @Test
    void indexesThatMakeNoSenseHurtNobodyElse() {
        guest.write(Guest.EVENTQ_PROD, 0x000f_fffd);
        guest.write(Guest.EVENTQ_CONS, 0x0007_1230);
        enable(QUEUE);

        for (int i = 0; i < 8; i++) {
            guest.queues.event(record(i), true);
        }

        assertThat(guest.queues.waiting().size() + guest.queues.events()).isEqualTo(8);
        assertThat(guest.ram.getLong(QUEUE - 8)).isZero();
        assertThat(guest.ram.getLong(QUEUE + 0x40)).isZero();
    }
}
