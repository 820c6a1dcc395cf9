package org.vinculum.qemu.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.fake.ModelSmmu;
import org.vinculum.qemu.fake.Pages;
import org.vinculum.qemu.fake.RingSmmu;
import org.vinculum.qemu.fake.RingSmmu.Write;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Cr1;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Iidr;
import org.vinculum.smmu.spec.register.IrqCtrl;
import org.vinculum.smmu.spec.register.StrtabBase;

class FrameWatchTest {
    private static final int SWEEP = RingSmmu.SIZE / 64;
    private static final int LOOKS = 20_000;

    private final Ram frame = Pages.of(0x5f00_0000L, RingSmmu.SIZE);
    private final Ram memory = Pages.of(0x4000_0000L, 0x1_0000);
    private final RingSmmu smmu = new RingSmmu(memory);
    private final HookedWords words = new HookedWords(frame);
    private final FrameWatch watch = new FrameWatch(smmu, words, RingSmmu.SIZE);

    @Test
    void allRegistersAreThereBeforeAnybodyLooks() {
        assertThat(frame.getInt(Idr0.OFFSET)).isEqualTo(0x0d4c_101b);
        assertThat(smmu.writes).isEmpty();
    }

    @Test
    void anotherSmmuInTheSamePlaceIsShownWhenItIsSaidSo() {
        smmu.set(Iidr.OFFSET, 0x4830_143b);

        watch.showIdentification();

        assertThat(frame.getInt(Iidr.OFFSET)).isEqualTo(0x4830_143b);
        assertThat(smmu.writes).isEmpty();
    }

    @Test
    void whereNothingChangesNothingIsWritten() {
        for (int i = 0; i < 2 * SWEEP; i++) {
            assertThat(watch.poll()).isFalse();
        }
        assertThat(smmu.writes).isEmpty();
    }

    @Test
    void aLookThatFindsNothingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        FrameWatch unobserved =
                new FrameWatch(new ModelSmmu("smmuv3-3.1", memory, GuestInterrupts.NONE), frame);
        unobserved.poll();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < LOOKS; i++) {
            unobserved.poll();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(LOOKS);
    }

    @Test
    void aChangeIsWrittenOnce() {
        frame.setInt(CmdqProd.OFFSET, 5);
        for (int i = 0; i < 2 * SWEEP; i++) {
            watch.poll();
        }
        assertThat(smmu.writes).containsExactly(new Write(CmdqProd.OFFSET, 4, 5));
    }

    @Test
    void ofTwoWritesBetweenLooksTheLastCounts() {
        frame.setInt(CmdqProd.OFFSET, 5);
        frame.setInt(CmdqProd.OFFSET, 9);
        watch.poll();

        assertThat(smmu.writes).containsExactly(new Write(CmdqProd.OFFSET, 4, 9));
    }

    @Test
    void configurationComesFirstAndTheControlThatUsesItLast() {
        frame.setInt(Cr0.OFFSET, 8);
        frame.setInt(IrqCtrl.OFFSET, 5);
        frame.setInt(CmdqProd.OFFSET, 3);
        frame.setLong(CmdqBase.OFFSET, 0x4000_0004L);
        frame.setInt(Cr1.OFFSET, 0xd75);
        watch.poll();

        assertThat(smmu.writes)
                .containsExactly(
                        new Write(Cr1.OFFSET, 4, 0xd75),
                        new Write(CmdqBase.OFFSET, 8, 0x4000_0004L),
                        new Write(CmdqProd.OFFSET, 4, 3),
                        new Write(IrqCtrl.OFFSET, 4, 5),
                        new Write(Cr0.OFFSET, 4, 8));
    }

    @Test
    void aWideRegisterWrittenInHalvesEndsUpWhole() {
        frame.setInt(StrtabBase.OFFSET + 4, 0x12);
        frame.setInt(Cr0.OFFSET, 4);
        watch.poll();
        frame.setInt(StrtabBase.OFFSET, 0x4567_8000);
        frame.setInt(Cr0.OFFSET, 0xc);
        watch.poll();

        assertThat(smmu.writes)
                .contains(
                        new Write(StrtabBase.OFFSET, 8, 0x12_0000_0000L),
                        new Write(StrtabBase.OFFSET, 8, 0x12_4567_8000L));
    }

    @Test
    void configurationWithoutATriggerIsFoundWithinASweep() {
        frame.setInt(Cr1.OFFSET, 0xd75);
        for (int i = 0; i <= SWEEP + 1; i++) {
            watch.poll();
        }
        assertThat(smmu.writes).containsExactly(new Write(Cr1.OFFSET, 4, 0xd75));
    }

    @Test
    void whatSoftwareMayNotWriteIsPutRight() {
        frame.setInt(Idr0.OFFSET, 0);
        frame.setInt(Gerror.OFFSET, 1);
        frame.setInt(0x1_fffc, 42);
        for (int i = 0; i < SWEEP; i++) {
            watch.poll();
        }
        assertThat(frame.getInt(Idr0.OFFSET)).isEqualTo(0x0d4c_101b);
        assertThat(frame.getInt(Gerror.OFFSET)).isZero();
        assertThat(frame.getInt(0x1_fffc)).isZero();
    }

    @Test
    void bitsThatTheSmmuDoesNotHaveReadAsZeroAtOnce() {
        frame.setInt(Cr0.OFFSET, 0x8000_0009);
        watch.poll();

        assertThat(frame.getInt(Cr0.OFFSET)).isEqualTo(9);
        assertThat(frame.getInt(Cr0.ACK_OFFSET)).isEqualTo(9);
    }

    @Test
    void anUpdateOfGbpaIsAnsweredInPlace() {
        int update = (int) Gbpa.UPDATE.mask();
        frame.setInt(Gbpa.OFFSET, update | 0x10_1000);
        watch.poll();

        assertThat(frame.getInt(Gbpa.OFFSET)).isEqualTo(0x10_1000);
        frame.setInt(Gbpa.OFFSET, update | 0x10_1000);
        watch.poll();
        assertThat(smmu.writes).hasSize(2);
        assertThat(frame.getInt(Gbpa.OFFSET)).isEqualTo(0x10_1000);
    }

    @Test
    void aWriteBetweenOurLookAndOurAnswerIsTakenAtTheNextLook() {
        frame.setInt(Gbpa.OFFSET, (int) Gbpa.UPDATE.mask());
        words.hook((access, offset) -> {
            if (offset == Gbpa.OFFSET && smmu.writes.size() == 1) {
                frame.setInt(Gbpa.OFFSET, (int) Gbpa.UPDATE.mask() | 0xf);
                words.hook((a, o) -> {});
            }
        });
        watch.poll();
        watch.poll();

        assertThat(smmu.get(Gbpa.OFFSET)).isEqualTo(0xf);
        assertThat(frame.getInt(Gbpa.OFFSET)).isEqualTo(0xf);
        assertThat(smmu.writes).hasSize(2);
    }

    @Test
    void anIndexThatTheGuestOverwritesIsRightInTheSamePoll() {
        start();
        words.hook((access, offset) -> {
            if (offset == CmdqCons.OFFSET && smmu.get(CmdqCons.OFFSET) == 2) {
                frame.setInt(CmdqCons.OFFSET, 0x77);
                words.hook((a, o) -> {});
            }
        });
        frame.setInt(CmdqProd.OFFSET, 2);
        watch.poll();

        assertThat(frame.getInt(CmdqCons.OFFSET)).isEqualTo(2);
    }

    @Test
    void whereSoftwareMayWriteTheSmmusIndexesItCan() {
        start();
        frame.setInt(CmdqProd.OFFSET, 2);
        watch.poll();
        frame.setInt(Cr0.OFFSET, 0);
        watch.poll();
        frame.setInt(CmdqProd.OFFSET, 0);
        frame.setInt(CmdqCons.OFFSET, 0);
        frame.setInt(EventqProd.OFFSET, 6);
        frame.setInt(EventqCons.OFFSET, 6);
        frame.setInt(Cr0.OFFSET, 8);
        watch.poll();

        assertThat(smmu.get(CmdqCons.OFFSET)).isZero();
        assertThat(smmu.get(EventqProd.OFFSET)).isEqualTo(6);
        assertThat(smmu.executed).hasSize(2);
    }

    @Test
    void onePollExecutesABatchAndSaysThatThereIsMore() {
        start();
        frame.setInt(CmdqProd.OFFSET, 100);

        assertThat(watch.poll()).isTrue();
        assertThat(smmu.executed).hasSize(FrameWatch.BUDGET);
        assertThat(frame.getInt(CmdqCons.OFFSET)).isEqualTo(FrameWatch.BUDGET);
        watch.poll();
        assertThat(frame.getInt(CmdqCons.OFFSET)).isEqualTo(100);
    }

    @Test
    void whatTheSmmuChangesByItselfIsShown() {
        smmu.set(EventqProd.OFFSET, 1);

        assertThat(watch.poll()).isTrue();
        assertThat(frame.getInt(EventqProd.OFFSET)).isEqualTo(1);
        assertThat(watch.poll()).isFalse();
    }

    @Test
    void errorsAreShownAfterTheirReason() {
        List<Integer> shown = new ArrayList<>();
        smmu.set(Gerror.OFFSET, 1);
        smmu.set(CmdqCons.OFFSET, 0x100_0000);
        smmu.set(EventqProd.OFFSET, 1);
        words.hook((access, offset) -> {
            if (frame.getInt(offset) != smmu.get(offset)) {
                shown.add(offset);
            }
        });
        watch.poll();

        assertThat(shown).containsExactly(EventqProd.OFFSET, CmdqCons.OFFSET, Gerror.OFFSET);
    }

    @Test
    void aPageThatTheGuestCannotReachIsNotLookedAt() {
        Ram half = Pages.of(0x5f00_0000L, 0x1_0000);

        new FrameWatch(smmu, half).poll();
        assertThat(half.getInt(Idr0.OFFSET)).isEqualTo(0x0d4c_101b);
    }

    private void start() {
        frame.setLong(CmdqBase.OFFSET, memory.start() | 8);
        frame.setInt(Cr0.OFFSET, 8);
        watch.poll();
        smmu.writes.clear();
    }
}
