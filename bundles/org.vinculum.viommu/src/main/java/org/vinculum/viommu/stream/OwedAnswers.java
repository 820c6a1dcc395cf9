package org.vinculum.viommu.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.TranslationFault;

/// Stalled transactions that the virtual SMMU itself ends, once their hosts have room to be told; as many at the most as wait in
/// the hosts.
public final class OwedAnswers {
    private record Answer(int vsid, Words record, boolean abort) {
        int hostStag() {
            return (int) TranslationFault.STAG.get(record);
        }
    }

    private final ArrayDeque<Answer> owed = new ArrayDeque<>();
    private final List<Answer> takenOver = new ArrayList<>();

    /// @param record by which the host told of the transaction
    /// @param abort whether its device sees an abort; otherwise it reads zero
    public void end(int vsid, Words record, boolean abort) {
        owed.add(new Answer(vsid, record, abort));
    }

    /// By which records the hosts told of what is owed, for a saved state: the guest has heard of it already.
    ///
    /// @param abort as for [#end]
    public List<Words> save(boolean abort) {
        List<Words> records = new ArrayList<>();
        for (Answer answer : owed) {
            if (answer.abort() == abort) {
                records.add(answer.record());
            }
        }
        return records;
    }

    /// Takes over what [#save] said, once for either kind. Hosts that still have the transactions tell of them again before
    /// anything else is done; other hosts do not.
    public void restore(List<Words> records, boolean abort) {
        owed.clear();
        takenOver.removeIf(answer -> answer.abort() == abort);
        for (Words record : records) {
            takenOver.add(new Answer(0, record, abort));
        }
    }

    /// Whether a host tells again of a transaction whose end has been taken over; it is owed from here on.
    public boolean toldAgain(int vsid, Words record) {
        for (Answer answer : takenOver) {
            if (answer.record().equals(record)) {
                takenOver.remove(answer);
                end(vsid, record, answer.abort());
                return true;
            }
        }
        return false;
    }

    /// Whether anything is owed.
    public boolean due() {
        return !owed.isEmpty();
    }

    /// @return whether nothing is left to do
    public boolean settle(GuestStreams streams, HostsInUse hosts, Budget budget) {
        takenOver.clear();
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
