package org.vinculum.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReadyThreadTests {
    private final CompletableFuture<Thread> first = new CompletableFuture<>();
    private final CompletableFuture<Thread> second = new CompletableFuture<>();

    @Test
    void eachPieceOfWorkHasAThreadOfItsOwn() {
        ReadyThread ready = new ReadyThread("ready");

        ready.execute(() -> first.complete(Thread.currentThread()));
        Thread one = first.join();
        ready.execute(() -> second.complete(Thread.currentThread()));

        assertThat(second.join()).isNotSameAs(one);
        assertThat(one.getName()).isEqualTo("ready");
        assertThat(one.isDaemon()).isTrue();
    }

    @Test
    void oneThatIsNotNeededEnds() throws InterruptedException {
        ReadyThread ready = new ReadyThread("unneeded");
        Thread waiting = waiting("unneeded");

        ready.end();

        waiting.join();
        assertThat(waiting.isAlive()).isFalse();
    }

    private static Thread waiting(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
