package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.tck.virtual.TestGuest;

/// What a virtual SMMUv3 has to do besides: what a guest's driver relies on (IHI 0070, 3.11, 4, 6.3).
public abstract class SmmuV3VirtualIommuContract extends VirtualIommuTypeContract {
    private static final long STREAMS = TestMachine.RAM;
    private static final long COMMANDS = TestMachine.RAM + 0x1_0000;
    private static final long EVENTS = TestMachine.RAM + 0x2_0000;
    private static final int STREAM = 3;

    private int producer;

    private TestGuest started(boolean promptHost) {
        TestGuest guest = new TestGuest(type(), promptHost);
        guest.attach(STREAM);
        VirtualIommu smmu = guest.iommu;
        smmu.write(0x80, 8, STREAMS);
        smmu.write(0x88, 4, 8);
        smmu.write(0x90, 8, COMMANDS | 4);
        smmu.write(0xa0, 8, EVENTS | 4);
        for (int on : new int[] {0x8, 0xc, 0xd}) {
            smmu.write(0x20, 4, on);
            settled(guest);
            assertEquals(on, smmu.read(0x24, 4), "CR0ACK");
        }
        return guest;
    }

    private static void settled(TestGuest guest) {
        guest.host.execute();
        guest.settle();
        guest.host.execute();
        guest.settle();
    }

    private void command(TestGuest guest, long word0, long word1) {
        guest.machine.put(COMMANDS + 16L * (producer & 15), word0, word1);
        producer = producer + 1 & 31;
        guest.iommu.write(0x98, 4, producer);
        guest.settle();
    }

    private void stream(TestGuest guest, long word0) {
        guest.machine.put(STREAMS + STREAM * 64L, word0, 0, 0, 0, 0, 0, 0, 0);
        command(guest, 0x03 | (long) STREAM << 32, 1);
        command(guest, 0x46, 0);
    }

    private static StreamSetting setting(TestGuest guest) {
        return guest.host.setting(guest.physical(STREAM));
    }

    @Test
    public void aStreamGetsWhatTheGuestsEntrySays() {
        TestGuest guest = started(true);

        stream(guest, 0b1001);
        assertInstanceOf(StreamSetting.Bypass.class, setting(guest));
        stream(guest, 0b0001);
        assertInstanceOf(StreamSetting.Abort.class, setting(guest));
        stream(guest, 0);
        assertInstanceOf(StreamSetting.Invalid.class, setting(guest));
        stream(guest, 0b1011 | TestMachine.RAM + 0x3_0000);
        var translated = assertInstanceOf(StreamSetting.Stage1.class, setting(guest));
        assertEquals(TestMachine.RAM + 0x3_0000, translated.word0() & 0x000f_ffff_ffff_ffc0L);
    }

    @Test
    public void anEntryThatAsksForStage2IsNotGiven() {
        TestGuest guest = started(true);

        stream(guest, 0b1101);

        assertInstanceOf(StreamSetting.Invalid.class, setting(guest));
    }

    @Test
    public void noStage2IsShown() {
        assertEquals(0, new TestGuest(type(), true).iommu.read(0, 4) & 1, "IDR0.S2P");
    }

    @Test
    public void aSyncIsNotCompleteBeforeTheHostsIs() {
        TestGuest guest = started(false);
        command(guest, 0x11, 0);
        command(guest, 0x46, 0);

        assertNotEquals(producer, guest.iommu.read(0x9c, 4) & 31);
        assertTrue(guest.iommu.waits());
        settled(guest);
        assertEquals(producer, guest.iommu.read(0x9c, 4) & 31);
    }

    @Test
    public void anIllegalCommandStopsTheQueueUntilItIsAcknowledged() {
        TestGuest guest = started(true);
        command(guest, 0xff, 0);

        assertEquals(1, guest.iommu.read(0x9c, 4) >>> 24 & 0x7f, "CERROR_ILL");
        assertEquals(1, (guest.iommu.read(0x60, 4) ^ guest.iommu.read(0x64, 4)) & 1);
        guest.machine.put(COMMANDS + 16L * (producer - 1 & 15), 0x46, 0);
        guest.iommu.write(0x64, 4, guest.iommu.read(0x60, 4));
        guest.settle();
        assertEquals(producer, guest.iommu.read(0x9c, 4) & 31);
    }

    @Test
    public void anEventReachesTheGuestUnderItsOwnStreamId() {
        TestGuest guest = started(true);
        stream(guest, 0b1011 | TestMachine.RAM + 0x3_0000);
        long host = guest.physical(STREAM).unsigned();

        guest.iommu.event(
                new StreamId(STREAM), Words.of(0x10 | host << 32, 0x8_0000_0000L, 0x1000, 0));
        guest.settle();

        assertEquals(1, guest.iommu.read(0x1_00a8, 4) & 31);
        assertEquals(
                0x10 | (long) STREAM << 32, guest.machine.get(EVENTS) & 0xffff_ffff_0000_00ffL);
    }
}
