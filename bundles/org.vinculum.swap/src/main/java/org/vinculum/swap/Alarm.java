package org.vinculum.swap;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Does something later, on a thread of its own.
@FunctionalInterface
interface Alarm {
    Alarm SYSTEM =
            (delay, what) ->
                    CompletableFuture.delayedExecutor(
                                    TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS)
                            .execute(what);

    void after(Duration delay, Runnable what);
}
