package org.vinculum.qemu.channel;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.qemu.layout.Layout;

/// The interrupt controller of a guest in QEMU. A thread of its own carries the interrupts there, so that who raises one
/// does not wait for QEMU's main loop.
public final class QemuInterrupts implements GuestInterrupts, AutoCloseable {
    /// SPIs of `virt`.
    private static final int LINES = 256;

    // GITS_TRANSLATER (IHI 0069, 12.20). QEMU takes the sender of what comes through here for
    // device 0.
    private static final long TRANSLATER = Layout.MESSAGE_FRAME.start().value() + 0x40;
    private static final int MESSAGES_AT_ONCE = 64;
    private static final long PATIENCE_MILLISECONDS = 1_000;

    private final WaitingInterrupts waiting = new WaitingInterrupts(LINES);
    private final LongAdder lines = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private Thread carrier;

    /// Begins to carry, what came before this included.
    ///
    /// @param qtest belongs to this until it is closed
    /// @param controller path of the GICv3 in QEMU's object tree
    public void connect(Qtest qtest, String controller) {
        carrier =
                Thread.ofPlatform()
                        .daemon()
                        .name("vinculum-interrupts")
                        .unstarted(() -> carry(qtest, controller));
        carrier.start();
    }

    private void carry(Qtest qtest, String controller) {
        try {
            while (waiting.take(qtest, controller, TRANSLATER, MESSAGES_AT_ONCE)) {
                qtest.exchange();
            }
        } catch (IOException | RuntimeException e) {
            waiting.close();
            failure.complete("interrupts no longer reach the guest: " + e.getMessage());
        }
    }

    /// Done with a sentence when interrupts do not reach the guest any more, be it only because QEMU has ended.
    public CompletableFuture<String> failure() {
        return failure;
    }

    /// @throws IllegalArgumentException for a line that is no SPI of `virt`
    @Override
    public void raise(int intid) {
        int line = intid - Layout.FIRST_SPI;
        if (line < 0 || line >= LINES) {
            throw new IllegalArgumentException("no SPI of QEMU's virt: " + intid);
        }
        lines.increment();
        waiting.raise(line);
    }

    @Override
    public void message(long deviceId, int event) {
        messages.increment();
        waiting.message(event);
    }

    /// Edges raised so far.
    public long edges() {
        return lines.sum();
    }

    /// Messages sent so far.
    public long messages() {
        return messages.sum();
    }

    /// Forgets what still waits.
    @Override
    public void close() {
        waiting.close();
        Thread thread = carrier;
        if (thread != null) {
            thread.interrupt();
            join(thread);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
