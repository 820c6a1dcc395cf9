package org.vinculum.qemu.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// What must be closed in the end, the last first, each whatever becomes of the others.
final class Owned implements AutoCloseable {
    private final Deque<AutoCloseable> things = new ArrayDeque<>();

    /// @return the thing itself
    <T extends AutoCloseable> T add(T thing) {
        things.push(thing);
        return thing;
    }

    /// @throws IOException the first failure, with the others
    @Override
    public void close() throws IOException {
        IOException failure = null;
        while (!things.isEmpty()) {
            try {
                things.pop().close();
            } catch (Exception e) {
                failure = joined(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static IOException joined(IOException first, Exception next) {
        if (next instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (first == null) {
            return next instanceof IOException e ? e : new IOException(next);
        }
        first.addSuppressed(next);
        return first;
    }
}
