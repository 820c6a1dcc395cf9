package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DeadlineTests {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void workIsDoneByADaemonOfThatName() throws TimeoutException, ExecutionException {
        Thread worker = Deadline.call("restore of /smmu", LONG, Thread::currentThread);

        assertThat(worker).isNotSameAs(Thread.currentThread());
        assertThat(worker.getName()).isEqualTo("restore of /smmu");
        assertThat(worker.isDaemon()).isTrue();
    }

    @Test
    void whatFailsIsTheCauseEvenAnError() {
        var error = new NoClassDefFoundError("x");

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() ->
                        Deadline.call(
                                "failing",
                                LONG,
                                () -> {
                                    throw error;
                                }))
                .withCause(error);
    }

    @Test
    void workThatIsNotDoneInTimeIsInterrupted() throws InterruptedException, ExecutionException {
        var interrupted = new CompletableFuture<Boolean>();

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() ->
                        Deadline.call(
                                "waiting",
                                Duration.ofMillis(20),
                                () -> {
                                    try {
                                        new CountDownLatch(1).await();
                                    } catch (InterruptedException _) {
                                        interrupted.complete(true);
                                    }
                                    return 0;
                                }))
                .withMessage("waiting: not done within 20 ms");

        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void anInterruptOfTheCallerIsKeptForLater() throws TimeoutException, ExecutionException {
        Thread.currentThread().interrupt();

        int answer = Deadline.call("quick", LONG, () -> 7);

        assertThat(answer).isEqualTo(7);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void noTimeOfAnyLengthIsTooLong() throws TimeoutException, ExecutionException {
        assertThat(Deadline.<Integer>call("x", Duration.ofSeconds(Long.MAX_VALUE), () -> 7))
                .isEqualTo(7);
    }
}
