package org.vinculum.qemu.poll;

import java.util.List;
import java.util.function.Consumer;

/// The thread that looks after one guest: everything polled in turn, again and again, until it is closed.
public final class LiveLoop implements AutoCloseable {
    /// Starts at once.
    ///
    /// @param polled in the order of a round: DMA engines, then the register frame, then [HeldInterrupts], so that whatever
    ///     a round did is in the registers before it interrupts
    /// @param failure hears, once and from the loop's thread, what ended it before it was closed
    public LiveLoop(List<Polled> polled, Consumer<Throwable> failure) {
        throw new UnsupportedOperationException();
    }

    /// Ends the round that is on its way and waits for that.
    @Override
    public void close() {}
}
