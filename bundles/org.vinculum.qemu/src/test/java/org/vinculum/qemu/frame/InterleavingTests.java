package org.vinculum.qemu.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.fake.Pages;
import org.vinculum.qemu.fake.RingSmmu;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;

/// A driver's stores at every moment between our accesses to the frame: each command is executed once, in order, whatever the
/// moment.
class InterleavingTests {
    private static final long OLD_RING = 0x4000_0000L;
    private static final long NEW_RING = 0x4000_4000L;
    private static final int LOG2 = 4;
    private static final int POLLS = 60;

    /// As much of the frame as has registers of commands.
    private static final int REACH = 0x1000;

    private final Ram frame = Pages.of(0x5f00_0000L, REACH);
    private final Ram memory = Pages.of(OLD_RING, 0x1_0000);
    private RingSmmu smmu;
    private HookedWords words;
    private FrameWatch watch;

    /// A queue that another driver used and left: enabled, its indexes at 7.
    private Script abandoned() {
        smmu = new RingSmmu(memory);
        smmu.write(CmdqBase.OFFSET, 8, OLD_RING | LOG2);
        smmu.write(CmdqProd.OFFSET, 4, 7);
        smmu.write(CmdqCons.OFFSET, 4, 7);
        smmu.write(Cr0.OFFSET, 4, 8);
        words = new HookedWords(frame);
        watch = new FrameWatch(smmu, words, REACH);
        Script driver = new Script(frame, memory).restart(NEW_RING | LOG2);
        driver.await(Cr0.ACK_OFFSET, 8);
        return commands(driver);
    }

    /// The same, but the driver does not wait for the queue before it fills it, which it need not.
    private Script hasty() {
        abandoned();
        return commands(new Script(frame, memory).restart(NEW_RING | LOG2));
    }

    private static Script commands(Script driver) {
        return driver.command(NEW_RING, 0, 1)
                .store(CmdqProd.OFFSET, 1)
                .command(NEW_RING, 1, 2)
                .command(NEW_RING, 2, 3)
                .store(CmdqProd.OFFSET, 3)
                .await(CmdqCons.OFFSET, 3)
                .command(NEW_RING, 3, 4)
                .store(CmdqProd.OFFSET, 4)
                .await(CmdqCons.OFFSET, 4);
    }

    @Test
    void oneRunOfStoresAtAnyMoment() {
        int length = abandoned().length();
        for (int moment = 0; moment < 200; moment++) {
            for (int stores = 1; stores <= length; stores++) {
                play(abandoned(), moment, stores);
                check("%d stores before access %d".formatted(stores, moment));
            }
        }
    }

    @Test
    void theSameOfADriverThatDoesNotWaitForItsQueue() {
        int length = hasty().length();
        for (int moment = 0; moment < 200; moment++) {
            for (int stores = 1; stores <= length; stores++) {
                play(hasty(), moment, stores);
                check("%d stores before access %d".formatted(stores, moment));
            }
        }
    }

    /// The driver waits for its old queue to be off when it is let go.
    private void play(Script driver, int moment, int stores) {
        driver.run(Integer.MAX_VALUE);
        watch.poll();
        words.hook((access, offset) -> {
            if (access == moment) {
                driver.run(stores);
            }
        });
        watch.poll();
        watch.poll();
        finish(driver);
    }

    private void finish(Script driver) {
        words.hook((access, offset) -> {});
        for (int i = 0; i < POLLS && !driver.done(); i++) {
            driver.run(Integer.MAX_VALUE);
            watch.poll();
        }
        assertThat(driver.done()).isTrue();
    }

    @Test
    void storesAtRandomMoments() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1500; round++) {
            Script driver = random.nextBoolean() ? abandoned() : hasty();
            int pace = random.nextInt(1, 60);
            words.hook((access, offset) -> {
                if (random.nextInt(pace) == 0) {
                    driver.run(random.nextInt(1, 4));
                }
            });
            for (int i = 0; i < POLLS && !driver.done(); i++) {
                watch.poll();
            }
            finish(driver);
            check("seed " + seed + ", round " + round);
        }
    }

    private void check(String when) {
        assertThat(smmu.executed).as(when).containsExactly(1L, 2L, 3L, 4L);
        assertThat(smmu.read(CmdqBase.OFFSET, 8)).as(when).isEqualTo(NEW_RING | LOG2);
        assertThat(frame.getInt(CmdqCons.OFFSET)).as(when).isEqualTo(4);
    }
}
