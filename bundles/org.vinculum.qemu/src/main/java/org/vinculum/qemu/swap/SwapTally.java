package org.vinculum.qemu.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vinculum.live.Count;
import org.vinculum.swap.SwapReport;

/// What became of the swaps of one run.
final class SwapTally {
    private final List<Long> pauses = new ArrayList<>();
    private long refused;
    private long stalled;

    synchronized void done(List<SwapReport> reports) {
        for (SwapReport report : reports) {
            pauses.add(report.pauseNanos());
            stalled += report.stalled();
        }
    }

    /// @return how often that was
    synchronized long refused() {
        return ++refused;
    }

    synchronized void report(List<Count> counts) {
        List<Long> ordered = pauses.stream().sorted().toList();
        counts.add(new Count("swaps of a model", ordered.size()));
        counts.add(new Count("swaps refused", refused));
        if (!ordered.isEmpty()) {
            counts.add(pause("median", ordered.get(ordered.size() / 2)));
            counts.add(pause("longest", ordered.getLast()));
        }
        counts.add(new Count("stalled transactions taken over", stalled));
    }

    private static Count pause(String which, long nanos) {
        return new Count(which + " pause of a swap, µs", TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    /// Why nobody can say that the guest did well while its SMMU was swapped.
    synchronized Optional<String> objection() {
        if (refused > 0) {
            return Optional.of(refused + " swaps were refused, " + pauses.size() + " done");
        }
        return pauses.isEmpty() ? Optional.of("its SMMU was never swapped") : Optional.empty();
    }
}
