package org.vinculum.qemu.swap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Lets the thread of an SMMU do something, and waits until it is done.
public final class OwnThread {
    private OwnThread() {}

    /// @throws java.util.concurrent.RejectedExecutionException when it does nothing any more
    /// @throws RuntimeException what the work throws
    public static <T> T call(Executor own, Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, own).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw e;
            }
        }
    }
}
