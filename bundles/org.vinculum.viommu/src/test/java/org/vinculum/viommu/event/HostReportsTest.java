package org.vinculum.viommu.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.fake.ProgrammedGuest;
import org.vinculum.viommu.fake.RecordingHost;

/// Records of a host have its stream ID 0x101, and addresses 0x9_xxxx_xxxx that no guest may see.
class HostReportsTest {
    private static final long HOST = 0x0000_0101_0000_0000L;
    private static final long SUBSTREAM = 0x5800L;
    private static final long VIRTUAL = 0x0000_0001_0000_0000L;
    private static final long STALL = 0x8000_0000L;
    private static final long READ_IN = 0x0000_0208_0000_0000L;
    private static final long S2 = 0x0000_0080_0000_0000L;
    private static final long CLASS = 0x0000_0300_0000_0000L;

    private final ProgrammedGuest guest = ProgrammedGuest.ready();
    private final RecordingHost host = guest.hosts.get(0);

    @BeforeEach
    void translateStream1() {
        guest.ste(1, 0x4005_000bL, 0);
        guest.command(0x0000_0001_0000_0003L, 1);
        host.told();
    }

    private Words told(long... record) {
        guest.event(1, record);
        return guest.nextEvent();
    }

    @Test
    void faultsOfStage1KeepTheirNumberAndLoseWhatTheHostAdds() {
        for (long type = 0x10; type <= 0x13; type++) {
            assertThat(
                            told(
                                    HOST | SUBSTREAM | type,
                                    0xdead_0000_0000_0000L | READ_IN,
                                    0x1234_5678L,
                                    0x0009_9999_9999_9000L))
                    .isEqualTo(Words.of(VIRTUAL | SUBSTREAM | type, READ_IN, 0x1234_5678L, 0));
        }
    }

    @Test
    void aContextDescriptorThatStage2DoesNotReachCouldNotBeFetched() {
        assertThat(told(HOST | SUBSTREAM | 0x10, READ_IN & ~CLASS | S2, 0x1234_5678L, 0x4005_0000L))
                .isEqualTo(Words.of(VIRTUAL | SUBSTREAM | 0x09, 0, 0, 0x4005_0000L));
    }

    @Test
    void aTableThatStage2DoesNotReachIsAnAbortOfTheWalk() {
        long tt = READ_IN & ~CLASS | 0x0000_0100_0000_0000L;

        assertThat(told(HOST | 0x10, tt | S2, 0x1234_5678L, 0x7777_0000L))
                .isEqualTo(Words.of(VIRTUAL | 0x0b, tt, 0x1234_5678L, 0x7777_0000L));
    }

    @Test
    void anAddressThatStage2DoesNotReachIsNotToldOf() {
        for (long type = 0x10; type <= 0x13; type++) {
            assertThat(told(HOST | type, READ_IN | S2, 0x1234_5678L, 0x7777_0000L)).isNull();
        }
    }

    @Test
    void unlessItIsLargerThanTheGuestsAddressesAre() {
        assertThat(told(HOST | 0x10, READ_IN | S2, 0x1234_5678L, 1L << 40))
                .isEqualTo(Words.of(VIRTUAL | 0x11, READ_IN, 0x1234_5678L, 0));
    }

    @Test
    void addressesOfTheHostAreNotShown() {
        assertThat(told(HOST | SUBSTREAM | 0x09, 0x1_beef, 0, 0x0009_0000_1000L))
                .isEqualTo(Words.of(VIRTUAL | SUBSTREAM | 0x09, 0, 0, 0));
        assertThat(told(HOST | 0x0b, READ_IN | 0x1_beef, 0x1234_5678L, 0x0009_0000_1000L))
                .isEqualTo(Words.of(VIRTUAL | 0x0b, READ_IN, 0x1234_5678L, 0));
    }

    @Test
    void whatTheDeviceDidWrongIsToldAsItIs() {
        assertThat(told(HOST | SUBSTREAM | 0x08, -1, -1, -1))
                .isEqualTo(Words.of(VIRTUAL | SUBSTREAM & ~0x800L | 0x08, 0, 0, 0));
        assertThat(told(HOST | 0x06, -1, -1, -1)).isEqualTo(Words.of(VIRTUAL | 0x06, 0, 0, 0));
        assertThat(told(HOST | SUBSTREAM | 0x0a, -1, -1, -1))
                .isEqualTo(Words.of(VIRTUAL | SUBSTREAM | 0x0a, 0, 0, 0));
        assertThat(told(HOST | 0x07, 0x0000_0008_0000_beefL, 0x1234_5678L, -1))
                .isEqualTo(Words.of(VIRTUAL | 0x07, 0x0000_0008_0000_0000L, 0x1234_5678L, 0));
        assertThat(told(HOST | 0x01, 0x0000_0008_0000_beefL, 0x1234_5678L, -1))
                .isEqualTo(Words.of(VIRTUAL | 0x01, 0x0000_0008_0000_0000L, 0x1234_5678L, 0));
        assertThat(told(HOST | 0x05, 0x9000_0003L, 0x1234_5678L, -1))
                .isEqualTo(Words.of(VIRTUAL | 0x05, 0x9000_0003L, 0x1234_5000L, 0));
    }

    @Test
    void whatOnlyTheHostHasToDoWithIsDropped() {
        for (long type : new long[] {0x02, 0x03, 0x21, 0x25, 0xe0, 0xef, 0x00, 0x55}) {
            assertThat(told(HOST | type, 0, 0, 0)).as("0x%x", type).isNull();
        }
        assertThat(told(HOST | 0x20, S2, 0, 0)).isNull();
    }

    @Test
    void aRecordNeverNamesTheHostsStream() {
        for (long type = 0; type <= 0xff; type++) {
            Words told = told(HOST | type, READ_IN, 0, 0);
            assertThat(told == null ? 1 : told.word(0) >>> 32).as("0x%x", type).isEqualTo(1);
        }
    }

    @Test
    void anInvalidEntryIsTheGuestsOwn() {
        guest.ste(1, 0, 0);
        guest.command(0x0000_0001_0000_0003L, 1);

        assertThat(told(HOST | SUBSTREAM | 0x04, 0, 0, 0))
                .isEqualTo(Words.of(VIRTUAL | SUBSTREAM | 0x04, 0, 0, 0));
    }

    @Test
    void anEntryThatCouldNotBeFetchedIsToldWithItsAddress() {
        guest.registers.write(ProgrammedGuest.CR0, 4, 0xe);
        guest.run();
        guest.registers.write(0x80, 8, 0x5000_0000L);
        guest.enable();

        assertThat(told(HOST | 0x04, 0, 0, 0))
                .isEqualTo(Words.of(VIRTUAL | 0x03, 0, 0, 0x5000_0040L));
    }

    @Test
    void aStreamWithoutAnEntryIsToldOfOnlyWhereTheGuestWants() {
        guest.registers.write(ProgrammedGuest.CR0, 4, 0xe);
        guest.run();
        guest.registers.write(0x88, 4, 0);
        guest.enable();
        assertThat(told(HOST | 0x04, 0, 0, 0)).isNull();

        guest.registers.write(ProgrammedGuest.CR0, 4, 0xe);
        guest.run();
        guest.registers.write(0x2c, 4, 2);
        guest.enable();
        assertThat(told(HOST | 0x04, 0, 0, 0)).isEqualTo(Words.of(VIRTUAL | 0x02, 0, 0, 0));
    }

    @Test
    void whileDisabledThereAreNoEvents() {
        guest.registers.write(ProgrammedGuest.CR0, 4, 0xe);
        guest.run();

        assertThat(told(HOST | 0x10, READ_IN, 0x1234_5678L, 0)).isNull();
    }

    @Test
    void aStalledTransactionHasANameOfTheGuests() {
        Words event = told(HOST | 0x10, READ_IN | STALL | 0x4d, 0x1234_5678L, 0);
        assertThat(event).isEqualTo(Words.of(VIRTUAL | 0x10, READ_IN | STALL, 0x1234_5678L, 0));

        guest.command(0x0000_0001_0000_1044L, 0x4d);
        guest.command(0x0000_0002_0000_1044L, 0);
        assertThat(host.told()).isEmpty();

        guest.command(0x0000_0001_0000_1044L, 0);
        assertThat(host.told()).containsExactly("RESUME 0x101 77 retry");
    }

    @Test
    void moreStallsThanAreShownAreEnded() {
        for (int i = 0; i < 16; i++) {
            told(HOST | 0x10, READ_IN | STALL | 0x40 + i, i * 0x1000L, 0);
        }

        Words last = told(HOST | 0x10, READ_IN | STALL | 0x60, 0x1234_5678L, 0);
        guest.run();

        assertThat(last).isEqualTo(Words.of(VIRTUAL | 0x10, READ_IN, 0x1234_5678L, 0));
        assertThat(host.told()).containsExactly("RESUME 0x101 96 abort");
    }

    @Test
    void aStallOfStage2IsNotTheGuests() {
        told(HOST | 0x10, READ_IN | S2 | STALL | 0x60, 0x1234_5678L, 0x7777_0000L);
        guest.run();

        assertThat(host.told()).containsExactly("RESUME 0x101 96 abort");
    }

    @Test
    void stallsOfAStreamEndTogether() {
        told(HOST | 0x10, READ_IN | STALL | 0x60, 0x1234_5678L, 0);

        guest.command(0x0000_0001_0000_0045L, 0);
        guest.command(0x0000_0001_0000_1044L, 0);

        assertThat(host.told()).containsExactly("STALL_TERM 0x101");
    }

    @Test
    void disablingEndsStalls() {
        told(HOST | 0x10, READ_IN | STALL | 0x60, 0x1234_5678L, 0);

        guest.registers.write(ProgrammedGuest.CR0, 4, 0xe);
        guest.run();

        assertThat(host.told())
                .containsExactly(
                        "configure 0x101 bypass", "STALL_TERM 0x101", "configure 0x102 bypass");
    }

    @Test
    void aPageRequestIsAnsweredOnce() {
        guest.work.pageRequest(
                new StreamId(1), Words.of(0xd000_0007_0000_0101L, 0x0000_0000_1234_5005L));
        assertThat(guest.ram.getLong(0x2_0000)).isEqualTo(0xd000_0007_0000_0001L);
        assertThat(guest.ram.getLong(0x2_0008)).isEqualTo(0x0000_0000_1234_5005L);

        guest.command(0x0000_0001_0000_7841L, 0x2006);
        assertThat(host.told()).isEmpty();

        guest.command(0x0000_0001_0000_7841L, 0x2005);
        guest.command(0x0000_0001_0000_7841L, 0x2005);
        assertThat(host.told()).containsExactly("PRI_RESP 0x101 7 5 SUCCESS");
    }

    @Test
    void aDeviceIsToldToForgetOnlyItsOwn() {
        guest.command(0x0000_0001_0000_5a40L, 0x1234_5003L);
        guest.command(0x0000_0007_0000_0040L, 52);

        assertThat(host.told()).containsExactly("ATC_INV 0x101 5a40 12345003");
    }
}
