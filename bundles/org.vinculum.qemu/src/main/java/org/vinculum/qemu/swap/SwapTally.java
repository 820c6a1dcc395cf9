package org.vinculum.qemu.swap;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vinculum.live.Count;
import org.vinculum.swap.SwapReport;

/// What became of the swaps of one run.
final class SwapTally {
    private long done;
    private long refused;
    private long longest;
    private long stalled;

    synchronized void done(List<SwapReport> reports) {
        for (SwapReport report : reports) {
            done++;
            longest = Math.max(longest, report.pauseNanos());
            stalled += report.stalled();
        }
    }

    /// @return how often that was
    synchronized long refused() {
        return ++refused;
    }

    synchronized void report(List<Count> counts) {
        counts.add(new Count("swaps of a model", done));
        counts.add(new Count("swaps refused", refused));
        counts.add(
                new Count("longest pause of a swap, µs", TimeUnit.NANOSECONDS.toMicros(longest)));
        counts.add(new Count("stalled transactions taken over", stalled));
    }

    /// Why nobody can say that the guest did well while its SMMU was swapped.
    synchronized Optional<String> objection() {
        if (refused > 0) {
            return Optional.of(refused + " swaps were refused, " + done + " done");
        }
        return done == 0 ? Optional.of("its SMMU was never swapped") : Optional.empty();
    }
}
