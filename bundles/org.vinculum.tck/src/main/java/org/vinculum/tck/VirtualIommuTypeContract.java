package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.iommu.SavedState;
import org.vinculum.tck.random.HostileGuest;
import org.vinculum.tck.random.Seeds;
import org.vinculum.tck.virtual.StrictHost;
import org.vinculum.tck.virtual.TestGuest;

/// What a kind of virtual IOMMU has to do over physical SMMUv3s. The host of these tests fails whoever asks it for a stream that
/// is not the domain's, for another opcode than TLBI_NH_*, or without room.
@Timeout(300)
public abstract class VirtualIommuTypeContract {
    private static final int STEPS = 400;

    protected abstract VirtualIommuType type();

    private TestGuest guest() {
        return new TestGuest(type(), true);
    }

    @Test
    public void theNameIsAWordOfLowerCaseLettersDigitsDotsAndHyphens() {
        assertTrue(Wording.isName(type().name()), type().name());
    }

    @Test
    public void theFrameIsWholePages() {
        long size = guest().iommu.frameSize();

        assertTrue(size > 0 && size % 4096 == 0, "0x" + Long.toHexString(size));
    }

    @Test
    public void theyComeOutOfResetAlikeAndWithNothingToDo() {
        VirtualIommu iommu = guest().iommu;

        assertEquals(iommu.save(), guest().iommu.save());
        assertTrue(!iommu.ready() && !iommu.waits());
    }

    @Test
    public void theyShareNoState() {
        VirtualIommuType type = type();
        TestGuest used = new TestGuest(type, true);
        TestGuest other = new TestGuest(type, true);
        SavedState before = other.iommu.save();

        new HostileGuest(new SplittableRandom(1), used).steps(STEPS);

        assertEquals(before, other.iommu.save());
    }

    @Test
    public void everyPlaceOfTheFrameIsReadWithoutEffect() {
        VirtualIommu iommu = guest().iommu;
        SavedState before = iommu.save();

        for (long offset = 0; offset < iommu.frameSize(); offset += 8) {
            long low = iommu.read(offset, 4);
            assertEquals(0, low >>> 32, "zero-extended");
            assertEquals(
                    low | iommu.read(offset + 4, 4) << 32,
                    iommu.read(offset, 8),
                    "0x" + Long.toHexString(offset));
        }

        assertEquals(before, iommu.save());
    }

    @Test
    public void whateverAGuestDoesIsAnsweredAndStaysWithItsOwnStreams() {
        Seeds.each(40, random -> new HostileGuest(random, guest()).steps(STEPS));
    }

    @Test
    public void aHostWithoutRoomIsWaitedFor() {
        Seeds.each(20, this::slowHost);
    }

    private void slowHost(SplittableRandom random) {
        TestGuest guest = new TestGuest(type(), false);
        var hostile = new HostileGuest(random, guest);
        for (int i = 0; i < 20; i++) {
            hostile.steps(20);
            guest.host.execute();
        }
        int rounds = 0;
        while (guest.iommu.ready() || guest.iommu.waits()) {
            guest.host.execute();
            guest.settle();
            assertTrue(++rounds < 100_000, "it waits for what has come");
        }
    }

    @Test
    public void aGuestReadsWhileItsCommandsAreWorkedOff() throws InterruptedException {
        TestGuest guest = guest();
        var done = new AtomicBoolean();
        var failed = new AtomicReference<Throwable>();
        Thread reader =
                Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, thrown) -> failed.set(thrown))
                        .start(() -> {
                            while (!done.get()) {
                                for (int offset = 0; offset < 0x200; offset += 4) {
                                    guest.iommu.read(offset, 4);
                                }
                            }
                        });
        new HostileGuest(new SplittableRandom(7), guest).steps(4000);
        done.set(true);
        reader.join();

        assertNull(failed.get());
    }

    @Test
    public void anotherGoesOnWithASavedState() {
        Seeds.each(
                20,
                random -> {
                    TestGuest guest = guest();
                    new HostileGuest(random, guest).steps(STEPS);
                    TestGuest next = guest.successor(type());

                    next.iommu.restore(guest.iommu.save());

                    assertSame(guest, next);
                    guest.settle();
                    next.settle();
                    assertSame(guest, next);
                });
    }

    private static void assertSame(TestGuest expected, TestGuest actual) {
        for (long offset = 0; offset < expected.iommu.frameSize(); offset += 4) {
            assertEquals(
                    expected.iommu.read(offset, 4),
                    actual.iommu.read(offset, 4),
                    "register at 0x" + Long.toHexString(offset));
        }
        assertEquals(expected.iommu.save().stalled(), actual.iommu.save().stalled());
    }

    @Test
    public void aStateOfAnotherKindIsRefusedAndNothingChanges() {
        SavedState own = guest().iommu.save();
        assertRefused(
                new SavedState(
                        "no-such-kind", 1, "x", own.registers(), List.of(), new TreeMap<>()));
    }

    @Test
    public void aStateOfALaterDescriptionIsRefusedAndNothingChanges() {
        SavedState own = guest().iommu.save();
        assertRefused(
                new SavedState(
                        own.kind(), 99, own.model(), own.registers(), own.stalled(), own.more()));
    }

    private void assertRefused(SavedState state) {
        TestGuest guest = guest();
        new HostileGuest(new SplittableRandom(3), guest).steps(STEPS);
        SavedState before = guest.iommu.save();

        assertThrows(MachineRefusedException.class, () -> guest.iommu.restore(state));

        assertEquals(before, guest.iommu.save());
    }

    @Test
    public void aHostThatHasTheSameMayJoin() {
        TestGuest guest = guest();

        guest.iommu.join(new StrictHost(true));

        new HostileGuest(new SplittableRandom(4), guest).steps(STEPS);
    }

    @Test
    public void countersOnlyGrow() {
        TestGuest guest = guest();
        var hostile = new HostileGuest(new SplittableRandom(8), guest);
        VirtualIommu.Counts before = guest.iommu.counts();
        for (int i = 0; i < 20; i++) {
            hostile.steps(100);
            VirtualIommu.Counts now = guest.iommu.counts();
            assertTrue(
                    now.commands() >= before.commands()
                            && now.syncs() >= before.syncs()
                            && now.hostCommands() >= before.hostCommands()
                            && now.commandErrors() >= before.commandErrors()
                            && now.events() >= before.events()
                            && now.eventsDropped() >= before.eventsDropped(),
                    before + " then " + now);
            before = now;
        }
    }
}
