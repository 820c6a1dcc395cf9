package org.vinculum.qemu.poll;

/// Memory that a guest writes to without telling anybody, so that somebody has to look.
@FunctionalInterface
public interface Polled {
    /// Looks once, and does what follows, but for a bounded time only.
    ///
    /// @return whether there was something
    boolean poll();
}
