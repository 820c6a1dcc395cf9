package org.vinculum.viommu.command;

import org.vinculum.domain.HostSmmu;
import org.vinculum.viommu.stream.Budget;
import org.vinculum.viommu.stream.HostsInUse;

/// TLBI_*: the same scope, to every physical SMMU that holds a stream of the guest and to no other (IHI 0070, 4.3.7, 4.4).
final class InvalidationCommands {
    private final HostsInUse hosts;

    InvalidationCommands(HostsInUse hosts) {
        this.hosts = hosts;
    }

    Step execute(CommandInProgress command, Ranges ranges, Budget budget) {
        long word0 = ranges.word0(command.word0(), command.word1());
        long word1 = ranges.word1(command.word0(), command.word1());
        for (int host : hosts.inUse()) {
            if (host >= command.cursor()) {
                HostSmmu smmu = hosts.get(host);
                if (!budget.allows(smmu, 1)) {
                    return command.suspend(host);
                }
                smmu.invalidate(word0, word1);
                hosts.touch(host);
                budget.spend(1);
            }
        }
        return Step.DONE;
    }
}
