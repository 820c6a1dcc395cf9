package org.vinculum.viommu.command;

import java.util.Arrays;
import java.util.BitSet;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.viommu.stream.Budget;
import org.vinculum.viommu.stream.HostsInUse;

/// A guest's CMD_SYNC over the physical SMMUs that have been given something since the one before. With none it is complete
/// at once.
final class PendingSync {
    private final HostsInUse hosts;
    private final BitSet pending = new BitSet();
    private long[] numbers = {};
    private boolean waiting;
    private boolean timedOut;

    PendingSync(HostsInUse hosts) {
        this.hosts = hosts;
    }

    /// Asks every host concerned for a sync.
    Step execute(CommandInProgress command, Budget budget) {
        int host = hosts.touchedFrom((int) command.cursor());
        while (host >= 0) {
            if (!budget.allows(hosts.get(host), 1)) {
                return command.suspend(host);
            }
            ask(host);
            budget.spend(1);
            host = hosts.touchedFrom(host + 1);
        }
        waiting = true;
        return Step.DONE;
    }

    private void ask(int host) {
        if (host >= numbers.length) {
            numbers = Arrays.copyOf(numbers, host + 1);
        }
        numbers[host] = hosts.get(host).sync();
        pending.set(host);
        hosts.covered(host);
    }

    /// Whether every host has been asked, and an answer is missing.
    boolean waiting() {
        return waiting;
    }

    /// Looks for answers.
    ///
    /// @return whether all have come
    boolean answered() {
        for (int host = pending.nextSetBit(0); host >= 0; host = pending.nextSetBit(host + 1)) {
            SyncOutcome outcome = hosts.get(host).outcome(numbers[host]);
            timedOut |= outcome == SyncOutcome.DEVICE_TIMEOUT;
            pending.set(host, outcome == SyncOutcome.PENDING);
        }
        waiting &= !pending.isEmpty();
        return !waiting;
    }

    /// Whether a device did not answer an invalidation before; told once.
    boolean takeTimedOut() {
        boolean taken = timedOut;
        timedOut = false;
        return taken;
    }

    boolean timedOut() {
        return timedOut;
    }

    /// From a saved state.
    void restore(boolean before) {
        timedOut = before;
        waiting = false;
    }

    /// The command is given up before it was complete; what it waited for is waited for by the next one.
    void abandon() {
        waiting = false;
    }
}
