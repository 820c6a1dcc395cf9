package org.vinculum.viommu.stream;

import java.util.ArrayDeque;

/// Stalled transactions that the virtual SMMU itself ends, once their hosts have room to be told; as many at the most as wait in
/// the hosts.
public final class OwedAnswers {
    private record Answer(int vsid, int hostStag, boolean abort) {}

    private final ArrayDeque<Answer> owed = new ArrayDeque<>();

    /// @param hostStag the host's name for the transaction
    /// @param abort whether its device sees an abort; otherwise it reads zero
    public void end(int vsid, int hostStag, boolean abort) {
        owed.add(new Answer(vsid, hostStag, abort));
    }

    /// Whether anything is owed.
    public boolean due() {
        return !owed.isEmpty();
    }

    /// @return whether nothing is left to do
    public boolean settle(GuestStreams streams, HostsInUse hosts, Budget budget) {
        while (!owed.isEmpty()) {
            Answer answer = owed.peek();
            GuestStream stream = streams.find(answer.vsid());
            if (stream != null) {
                if (!budget.allows(stream.host(), 1)) {
                    return false;
                }
                stream.host().resume(stream.psid(), answer.hostStag(), false, answer.abort());
                hosts.touch(stream.hostIndex());
                budget.spend(1);
            }
            owed.remove();
        }
        return true;
    }
}
