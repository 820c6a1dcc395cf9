package org.vinculum.qemu.vdma;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Both engines through a real SMMU, whose tables lead to pages in another order than their addresses.
class VdmaOnSmmuTest {
    private static final int COPY = 0;
    private static final int RAISE = 7;
    private static final int TOUCH = 8;
    private static final int PAGE = OwnSmmu.PAGE;
    private static final int PAGES = 16;
    private static final long FROM = 0x1_0000;
    private static final long TO = 0x10_0000;
    private static final long TARGET = 0x20_0000;

    private final OwnSmmu smmu = new OwnSmmu();
    private final EngineBench first = new EngineBench(smmu.ports, 0);
    private final EngineBench second = new EngineBench(smmu.ports, 1);

    @BeforeEach
    void map() {
        smmu.attach(0x100, false);
        smmu.attach(0x108, false);
        for (int i = 0; i < PAGES; i++) {
            smmu.map(0x100, FROM + i * PAGE, source(i), false);
            smmu.map(0x100, TO + i * PAGE, OwnSmmu.DATA + TARGET + i * 5 % PAGES * PAGE, true);
        }
        var random = new SplittableRandom(1);
        for (long at = 0; at < (PAGES + 1) * PAGE; at += 8) {
            smmu.data(at, 8).set(ValueLayout.JAVA_LONG, 0, random.nextLong());
        }
    }

    private static long source(int page) {
        return OwnSmmu.DATA + page * 7 % PAGES * PAGE;
    }

    @Test
    void copiesOfEveryAlignmentArriveByteForByte() {
        byte[] original = pages(0, 7);
        var random = new SplittableRandom(2);
        for (int round = 0; round < 200; round++) {
            int source = random.nextInt(2 * PAGE);
            int target = random.nextInt(2 * PAGE);
            int length = random.nextInt(14 * PAGE);
            smmu.data(TARGET, PAGES * PAGE).fill((byte) 0);

            assertThat(first.run(COPY, FROM + source, TO + target, length)).isZero();

            byte[] expected = new byte[PAGES * PAGE];
            System.arraycopy(original, source, expected, target, length);
            assertThat(pages(TARGET, 5)).as("round " + round).isEqualTo(expected);
        }
        assertThat(smmu.events()).isZero();
    }

    /// The bytes of all pages as the device sees them, whose order is that of the multiples of a step.
    private byte[] pages(long offset, int step) {
        byte[] bytes = new byte[PAGES * PAGE];
        for (int i = 0; i < PAGES; i++) {
            MemorySegment page = smmu.data(offset + i * step % PAGES * PAGE, PAGE);
            MemorySegment.copy(page, ValueLayout.JAVA_BYTE, 0, bytes, i * PAGE, PAGE);
        }
        return bytes;
    }

    @Test
    void aReadWhereNothingIsMappedIsRefusedAndReported() {
        assertThat(first.run(COPY, FROM - 5, TO, 10)).isEqualTo(1);

        assertThat(smmu.events()).isEqualTo(1);
        assertThat(smmu.event(0, 0)).isEqualTo(0x0000_0100_0000_0010L);
        assertThat(smmu.event(0, 2)).isEqualTo(FROM - 5);
    }

    @Test
    void aWriteToAPageThatMayBeReadAloneIsRefusedAndReported() {
        assertThat(first.run(COPY, FROM, FROM + PAGE + 8, 8)).isEqualTo(2);

        assertThat(smmu.event(0, 0)).isEqualTo(0x0000_0100_0000_0013L);
        assertThat(smmu.event(0, 2)).isEqualTo(FROM + PAGE + 8);
    }

    @Test
    void theSecondFunctionHasAnAddressSpaceOfItsOwn() {
        smmu.map(0x108, FROM, OwnSmmu.DATA + 9 * PAGE, false);
        smmu.map(0x108, TO, OwnSmmu.DATA + TARGET, true);

        assertThat(second.run(COPY, FROM, TO, PAGE)).isZero();

        MemorySegment copied = smmu.data(TARGET, PAGE);
        assertThat(copied.mismatch(smmu.data(9 * PAGE, PAGE))).isEqualTo(-1);
        assertThat(second.run(COPY, FROM + PAGE, TO, 1)).isEqualTo(1);
        assertThat(smmu.event(0, 0)).isEqualTo(0x0000_0108_0000_0010L);
    }

    @Test
    void aStreamWithoutAnEntryIsRefusedAndReported() {
        first.bar.setInt(0x04, 5);

        assertThat(first.run(COPY, FROM, TO, 1)).isEqualTo(1);

        // C_BAD_STE: the entry is not valid
        assertThat(smmu.event(0, 0)).isEqualTo(0x0000_0105_0000_0004L);
    }

    @Test
    void touchingReportsEveryPageThatIsNotThere() {
        assertThat(first.run(TOUCH, FROM + (PAGES - 2) * PAGE + 1, 0, 4 * PAGE)).isEqualTo(1);

        assertThat(first.refused()).isEqualTo(3);
        assertThat(smmu.events()).isEqualTo(3);
        assertThat(smmu.event(2, 2)).isEqualTo(FROM + (PAGES + 2) * PAGE);
    }

    @Test
    void aMessageReachesTheTranslationServiceThroughAMapping() {
        smmu.map(0x100, 0x8000, 0x809_0000, true);
        first.enableMessages(0x8040, 0x21);

        assertThat(first.run(RAISE, 0, 0, 0)).isZero();

        assertThat(smmu.messages).containsExactly(0x21L);
        first.enableMessages(0x9040, 0x21);
        assertThat(first.run(RAISE, 0, 0, 0)).isEqualTo(2);
    }

    @Test
    void aStallEndsWhenThePageIsThereAndSoftwareResumes() {
        smmu.attach(0x101, true);
        for (int i = 0; i < 2; i++) {
            smmu.map(0x101, FROM + i * PAGE, source(i), false);
        }
        smmu.map(0x101, TO, OwnSmmu.DATA + TARGET, true);
        first.bar.setInt(0x04, 1);
        first.start(COPY, FROM, TO, 2 * PAGE);
        first.engine.poll();
        assertThat(first.engine.poll()).isFalse();
        long reported = smmu.event(0, 1);
        assertThat(smmu.event(0, 0)).isEqualTo(0x0000_0101_0000_0010L);
        assertThat(reported >>> 31 & 1).isEqualTo(1);

        smmu.map(0x101, TO + PAGE, OwnSmmu.DATA + TARGET + PAGE, true);
        smmu.command(0x0000_0101_0000_1044L, reported & 0xffff);
        first.engine.poll();

        assertThat(first.isDone()).isTrue();
        assertThat(first.bar.getInt(0x28)).isZero();
        MemorySegment copied = smmu.data(TARGET + PAGE, PAGE);
        assertThat(copied.mismatch(smmu.data(source(1) - OwnSmmu.DATA, PAGE))).isEqualTo(-1);
    }

    @Test
    void aStallThatSoftwareAbortsIsARefusal() {
        smmu.attach(0x101, true);
        first.bar.setInt(0x04, 1);
        first.start(COPY, FROM, TO, 1);
        first.engine.poll();

        smmu.command(0x0000_0101_0000_2044L, smmu.event(0, 1) & 0xffff);
        first.engine.poll();

        assertThat(first.isDone()).isTrue();
        assertThat(first.bar.getInt(0x28)).isEqualTo(1);
    }
}
