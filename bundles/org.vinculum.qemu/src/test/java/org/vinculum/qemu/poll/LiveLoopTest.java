package org.vinculum.qemu.poll;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveLoopTest {
    private static final long LIMIT = 30;

    @Test
    void everythingIsPolledInTurn() throws InterruptedException {
        List<String> order = new ArrayList<>();
        CountDownLatch rounds = new CountDownLatch(3);
        LiveLoop loop =
                new LiveLoop(
                        List.of(
                                () -> order.add("engine"),
                                () -> order.add("frame"),
                                () -> {
                                    order.add("interrupts");
                                    rounds.countDown();
                                    return true;
                                }),
                        failure -> {});
        assertThat(rounds.await(LIMIT, SECONDS)).isTrue();
        loop.close();

        assertThat(order.subList(0, 6))
                .containsExactly("engine", "frame", "interrupts", "engine", "frame", "interrupts");
        assertThat(order.size() % 3).isZero();
    }

    @Test
    void anIdleGuestIsLookedAtAgainAndAgain() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(200);
        LiveLoop loop =
                new LiveLoop(
                        List.of(() -> {
                            looks.countDown();
                            return false;
                        }),
                        failure -> {});

        assertThat(looks.await(LIMIT, SECONDS)).isTrue();
        loop.close();
    }

    @Test
    void nothingIsPolledAfterClose() {
        AtomicInteger rounds = new AtomicInteger();
        LiveLoop loop = new LiveLoop(List.of(() -> rounds.incrementAndGet() > 0), failure -> {});
        loop.close();
        int then = rounds.get();

        loop.close();
        assertThat(rounds).hasValue(then);
    }

    @Test
    void aFailureEndsTheLoopAndIsReportedOnce() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        CountDownLatch failed = new CountDownLatch(1);
        IllegalStateException cause = new IllegalStateException("broken");
        LiveLoop loop =
                new LiveLoop(
                        List.of(() -> {
                            throw cause;
                        }),
                        failure -> {
                            failures.add(failure);
                            failed.countDown();
                        });
        assertThat(failed.await(LIMIT, SECONDS)).isTrue();
        loop.close();

        assertThat(failures).containsExactly(cause);
    }

    @Test
    void whoHearsOfAFailureMayCloseTheLoop() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        LiveLoop[] loop = new LiveLoop[1];
        CountDownLatch made = new CountDownLatch(1);
        loop[0] =
                new LiveLoop(
                        List.of(() -> {
                            await(made);
                            throw new AssertionError("broken");
                        }),
                        failure -> {
                            loop[0].close();
                            closed.countDown();
                        });
        made.countDown();

        assertThat(closed.await(LIMIT, SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
