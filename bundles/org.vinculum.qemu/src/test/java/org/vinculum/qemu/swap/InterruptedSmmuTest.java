package org.vinculum.qemu.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;

class InterruptedSmmuTest {
    private static final long OVERFLOW = 1L << 31;

    private final CountingSmmu under = new CountingSmmu();
    private long now;
    private final InterruptedSmmu smmu = new InterruptedSmmu(under, () -> now);

    private void give(String name) {
        smmu.execute(() -> under.notes.add(name));
    }

    @Test
    void whatIsGivenIsDoneBetweenTwoCommandsOfABatch() {
        under.registers.put((long) CmdqProd.OFFSET, 5L);
        give("errand");

        smmu.work(64);

        assertThat(under.notes).containsExactly("work 1", "errand", "work 64");
        assertThat(smmu.count(Moment.COMMANDS)).isEqualTo(1);
    }

    @Test
    void aBatchIsHandedOverInTwoPartsWithTheErrandBetween() {
        under.registers.put((long) CmdqProd.OFFSET, 14L);
        smmu.execute(
                () -> under.notes.add("errand at " + under.registers.get((long) CmdqProd.OFFSET)));

        smmu.write(CmdqProd.OFFSET, 4, 16);

        assertThat(under.notes).containsExactly("errand at 15");
        assertThat(under.registers).containsEntry((long) CmdqProd.OFFSET, 16L);
    }

    @Test
    void anIndexOfMoreCommandsThanThereAreIsNoBatch() {
        give("errand");

        smmu.write(CmdqProd.OFFSET, 4, 17);

        assertThat(under.notes).isEmpty();
    }

    @Test
    void aSingleCommandIsNoBatch() {
        under.registers.put((long) CmdqProd.OFFSET, 1L);
        give("errand");

        smmu.work(64);

        assertThat(under.notes).containsExactly("work 64");
    }

    @Test
    void indexesOfAQueueThatIsOffAreNoCommands() {
        under.registers.put((long) CmdqProd.OFFSET, 5L);
        under.registers.put((long) Cr0.ACK_OFFSET, 0L);
        give("errand");

        smmu.work(64);

        assertThat(under.notes).containsExactly("work 64");
    }

    @Test
    void whatIsGivenIsDoneWhileTheDriverHasNotSeenThatEventsAreLost() {
        under.registers.put((long) EventqProd.OFFSET, OVERFLOW);
        give("errand");

        smmu.work(64);

        assertThat(under.notes).containsExactly("errand", "work 64");
        assertThat(smmu.count(Moment.OVERFLOW)).isEqualTo(1);
    }

    @Test
    void anOverflowThatTheDriverHasSeenIsOver() {
        under.registers.put((long) EventqProd.OFFSET, OVERFLOW);
        under.registers.put((long) EventqCons.OFFSET, OVERFLOW);
        give("errand");

        smmu.work(64);

        assertThat(under.notes).containsExactly("work 64");
    }

    @Test
    void withoutPageOneTheIndexesAreOnPageZero() {
        under.frame = 0x1_0000;
        var small = new InterruptedSmmu(under, () -> now);
        under.registers.put((long) EventqProd.ALIAS_OFFSET, OVERFLOW);
        small.execute(() -> under.notes.add("errand"));

        small.work(64);

        assertThat(under.notes).containsExactly("errand", "work 64");
    }

    @Test
    void anSmmuThatStaysQuietIsWaitedForOnlySoLong() {
        give("errand");
        smmu.work(64);
        now = InterruptedSmmu.PATIENCE_NANOS;

        smmu.work(64);

        assertThat(under.notes).containsExactly("work 64", "errand", "work 64");
    }

    @Test
    void whatFollowsFollowsEachErrandAndNothingElse() {
        smmu.afterwards(() -> under.notes.add("afterwards"));
        smmu.work(64);
        give("errand");
        now = InterruptedSmmu.PATIENCE_NANOS;
        smmu.work(64);
        smmu.work(64);

        assertThat(under.notes)
                .containsExactly("work 64", "errand", "afterwards", "work 64", "work 64");
    }

    @Test
    void theEndDoesWhatWaitsAndTakesNothingMore() {
        give("errand");

        smmu.end();

        assertThat(under.notes).containsExactly("errand");
        assertThatThrownBy(() -> give("another")).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void whoWaitsForTheDriverIsLetGoWhenItEnablesTheSmmu() throws InterruptedException {
        Thread waiting = Thread.ofPlatform().start(this::awaitEnabled);
        smmu.write(Cr0.OFFSET, 4, CountingSmmu.CMDQEN);
        assertThat(under.notes).isEmpty();

        smmu.write(Cr0.OFFSET, 4, CountingSmmu.CMDQEN | 1);

        waiting.join();
        assertThat(under.notes).containsExactly("enabled");
    }

    private void awaitEnabled() {
        try {
            smmu.awaitEnabled();
            under.notes.add("enabled");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
