package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.walk.Walk;

class WalksTests {
    private static final int COLLECTIONS = 100;

    private final Walks walks = new Walks();

    @Test
    void aThreadUsesItsOwnAgainAndAgain() throws InterruptedException {
        Walk own = walks.get();
        var other = new CompletableFuture<Walk>();
        Thread thread = Thread.ofPlatform().start(() -> other.complete(walks.get()));

        assertThat(walks.get()).isSameAs(own);
        assertThat(other.join()).isNotSameAs(own);
        thread.join();
    }

    @Test
    void aThreadThatLivesOnKeepsNone() {
        var unused = new WeakReference<>(walks.get());

        for (int i = 0; unused.get() != null && i < COLLECTIONS; i++) {
            System.gc();
        }

        assertThat(unused.get()).isNull();
    }
}
