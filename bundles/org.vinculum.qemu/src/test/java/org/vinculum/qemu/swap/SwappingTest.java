package org.vinculum.qemu.swap;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.live.Count;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

class SwappingTest {
    private static final long LIMIT = 30;

    private final CountingSmmu under = new CountingSmmu();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Swapping swapping = new Swapping(under, "old", "new", told::add, failures::add);

    @AfterEach
    void close() {
        swapping.close();
    }

    private void runUntil(CountDownLatch enough) throws InterruptedException {
        swapping.start(() -> {});
        swapping.smmu().write(Cr0.OFFSET, 4, 1);
        assertThat(enough.await(LIMIT, SECONDS)).isTrue();
        swapping.close();
    }

    private static SwapReport counted(CountDownLatch latch, SwapReport report) {
        latch.countDown();
        return report;
    }

    @Test
    void modelsTakeTurns() throws InterruptedException {
        var enough = new CountDownLatch(4);
        under.swap = report -> counted(enough, report);

        runUntil(enough);

        assertThat(under.notes.subList(0, 4))
                .containsExactly("swap to new", "swap to old", "swap to new", "swap to old");
        assertThat(swapping.objection()).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void swapsAndTheirPausesAreCounted() throws InterruptedException {
        var enough = new CountDownLatch(3);
        under.swap =
                report -> {
                    long pause = enough.getCount() == 2 ? 3_000_000 : 5_000;
                    return counted(
                            enough,
                            new SwapReport(report.place(), "old", "new", pause, report.stalled()));
                };

        runUntil(enough);

        long done = under.notes.size();
        assertThat(swapping.counts())
                .contains(
                        new Count("swaps of a model", done),
                        new Count("swaps refused", 0),
                        new Count("median pause of a swap, µs", 5),
                        new Count("longest pause of a swap, µs", 3_000),
                        new Count("stalled transactions taken over", 2 * done));
    }

    @Test
    void aRefusalIsToldAndTriedAgainAndIsAnObjection() throws InterruptedException {
        var enough = new CountDownLatch(5);
        under.swap =
                report -> {
                    enough.countDown();
                    throw new SwapRefusedException(
                            List.of("It lacks IDR0.CD2L for " + report.to()));
                };

        runUntil(enough);

        assertThat(told).hasSize(3).containsOnly("no swap to new: It lacks IDR0.CD2L for new");
        assertThat(swapping.objection().orElseThrow()).matches("\\d+ swaps were refused, 0 done");
    }

    @Test
    void anythingElseIsAFailureOfOurs() throws InterruptedException {
        var enough = new CountDownLatch(1);
        under.swap =
                _ -> {
                    enough.countDown();
                    throw new IllegalStateException("broken");
                };

        runUntil(enough);

        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDriverThatNeverEnablesTheSmmuHasNoSwapAndThatIsAnObjection() {
        swapping.start(() -> {});

        swapping.close();

        assertThat(under.notes).isEmpty();
        assertThat(swapping.objection()).contains("its SMMU was never swapped");
    }

    @Test
    void aRehearsalGoesThereAndBack() {
        Rehearsal.of(under, "old", "new");

        assertThat(under.notes).containsExactly("swap to new", "swap to old");
    }

    @Test
    void aRehearsalThatIsRefusedGivesTheReasons() {
        under.swap =
                _ -> {
                    throw new SwapRefusedException(List.of("One.", "Two."));
                };

        assertThatThrownBy(() -> Rehearsal.of(under, "old", "new"))
                .isInstanceOfSatisfying(
                        LiveGuestRefusedException.class,
                        e -> assertThat(e.reasons()).containsExactly("One.", "Two."));
    }
}
