package org.vinculum.viommu.command;

import org.vinculum.domain.HostSmmu;
import org.vinculum.viommu.stream.Budget;
import org.vinculum.viommu.stream.HostsInUse;

/// TLBI_*: the same scope, to every physical SMMU that holds a stream of the guest and to no other (IHI 0070, 4.3.7, 4.4).
///
/// Guests give them in rows, and a row goes to a host in one piece. Where a host takes less of it than another, what it did
/// not take is given again to both: to forget once more does no harm.
final class InvalidationCommands {
    private static final int LONGEST = 64;

    private final HostsInUse hosts;
    private final CommandInProgress following = new CommandInProgress();
    private final long[] words = new long[2 * LONGEST];
    private int count;

    InvalidationCommands(HostsInUse hosts) {
        this.hosts = hosts;
    }

    /// @param ring from which others that follow the command are taken along and consumed
    Step execute(CommandInProgress command, GuestRing ring, CommandRules rules, Budget budget) {
        int[] inUse = hosts.inUse();
        if (inUse.length == 0) {
            return Step.DONE;
        }
        if (command.cursor() != 0 || inUse.length > budget.most()) {
            return hostByHost(command, rules.ranges(), budget);
        }
        gather(command, ring, rules, budget.most() / inUse.length);
        int taken = give(inUse, budget);
        if (taken == 0) {
            return command.suspend(0);
        }
        ring.consume(taken - 1);
        return Step.DONE;
    }

    private void gather(CommandInProgress first, GuestRing ring, CommandRules rules, int most) {
        count = 0;
        add(first, rules.ranges());
        while (count < Math.min(most, LONGEST)
                && ring.reaches(count)
                && ring.fetch(count, following)
                && rules.ranges().concern(following.word0())
                && rules.legal(following.word0(), following.word1())) {
            add(following, rules.ranges());
        }
    }

    private void add(CommandInProgress command, Ranges ranges) {
        words[2 * count] = ranges.word0(command.word0(), command.word1());
        words[2 * count + 1] = ranges.word1(command.word0(), command.word1());
        count++;
    }

    /// @return how many every host has taken
    private int give(int[] inUse, Budget budget) {
        int taken = count;
        for (int host : inUse) {
            HostSmmu smmu = hosts.get(host);
            taken = smmu.invalidate(words, taken);
            if (taken == 0) {
                budget.refused(smmu, 1);
                return 0;
            }
            hosts.touch(host);
            budget.spend(taken);
        }
        return taken;
    }

    /// One command alone, which goes on with the next host when there is budget again.
    private Step hostByHost(CommandInProgress command, Ranges ranges, Budget budget) {
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
