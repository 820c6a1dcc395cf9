package org.vinculum.qemu.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.vinculum.swap.SwapRefusedException;

class OwnThreadTest {
    @Test
    void theResultOfAnotherThreadIsWaitedFor() {
        Thread result = OwnThread.call(Thread.ofPlatform()::start, Thread::currentThread);

        assertThat(result).isNotSameAs(Thread.currentThread());
    }

    @Test
    void aRefusalComesAsItIs() {
        var refusal = new SwapRefusedException(List.of("It lacks IDR0.CD2L."));

        assertThatThrownBy(() ->
                        OwnThread.call(
                                Runnable::run,
                                () -> {
                                    throw refusal;
                                }))
                .isSameAs(refusal);
    }

    @Test
    void whoDoesNothingAnyMoreIsNotWaitedFor() {
        assertThatThrownBy(() ->
                        OwnThread.call(
                                _ -> {
                                    throw new RejectedExecutionException("over");
                                },
                                () -> 1))
                .isInstanceOf(RejectedExecutionException.class);
    }
}
