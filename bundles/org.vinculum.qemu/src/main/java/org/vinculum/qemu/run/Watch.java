package org.vinculum.qemu.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vinculum.qemu.process.QemuProcess;
import org.vinculum.qemu.process.Verdict;

/// Waits for how a guest ends: with a verdict, without one, or not at all.
final class Watch {
    private static final Duration POWER_OFF = Duration.ofSeconds(3);
    private static final Duration CAUSE = Duration.ofSeconds(1);

    /// @param passed empty without a verdict
    /// @param text one line
    record End(Optional<Boolean> passed, String text) {
        static End without(String reason) {
            return new End(Optional.empty(), reason);
        }

        /// A guest that says it has passed has not.
        End but(String objection) {
            return passed.orElse(false)
                    ? new End(Optional.of(false), text + ", but " + objection)
                    : this;
        }
    }

    private final QemuProcess qemu;
    private final CompletableFuture<Verdict> verdict;
    private final CompletableFuture<String> channel;
    private final CompletableFuture<Void> ourSide;

    /// @param channel done with a sentence when interrupts do not arrive any more
    /// @param ourSide done exceptionally when the SMMU has failed
    Watch(
            QemuProcess qemu,
            CompletableFuture<Verdict> verdict,
            CompletableFuture<String> channel,
            CompletableFuture<Void> ourSide) {
        this.qemu = qemu;
        this.verdict = verdict;
        this.channel = channel;
        this.ourSide = ourSide;
    }

    /// Waits, and gives a guest with a verdict the time to power off.
    ///
    /// @throws IllegalStateException when the SMMU has failed, which is our own fault
    End await(Duration limit) throws InterruptedException {
        try {
            CompletableFuture.anyOf(verdict, qemu.ended(), channel, ourSide)
                    .get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return verdictOr("no verdict within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the guest's SMMU failed", e.getCause());
        }
        // What was printed last may still be on its way to here when QEMU has ended, and QEMU's end
        // may be why a channel broke.
        boolean ended = qemu.await(verdict.isDone() ? POWER_OFF : CAUSE);
        failIfOurs();
        return verdictOr(ended ? "no verdict; " + qemu.end() : channel.getNow("no verdict"));
    }

    private void failIfOurs() {
        try {
            ourSide.getNow(null);
        } catch (CompletionException e) {
            throw new IllegalStateException("the guest's SMMU failed", e.getCause());
        }
    }

    private End verdictOr(String reason) {
        Verdict said = verdict.getNow(null);
        return said == null
                ? End.without(reason)
                : new End(Optional.of(said.passed()), said.text());
    }
}
