package org.vinculum.scenario.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.Outcome;
import org.vinculum.scenario.line.Answer;
import org.vinculum.scenario.line.Transaction;
import org.vinculum.scenario.record.Permissions;

/// The devices in front of a model: they send, they wait while they are stalled, and they send again when told to. Their
/// translation caches are empty.
public final class Devices implements Endpoints {
    private final Map<Stall, Sent> waiting = new LinkedHashMap<>();
    private final Deque<Sent> retries = new ArrayDeque<>();
    private final Outcome outcome = new Outcome();
    private String oddity = "";

    private record Stall(int streamId, int stag) {}

    /// A transaction on its way or at its end.
    public static final class Sent {
        private final Transaction transaction;
        private Answer answer = Answer.Fault.STALL;

        private Sent(Transaction transaction) {
            this.transaction = transaction;
        }

        /// What has become of it so far.
        public Answer answer() {
            return answer;
        }
    }

    /// Sends a transaction through a model.
    public Sent send(Transaction transaction, WatchedModel model) {
        Sent sent = new Sent(transaction);
        send(sent, model);
        return sent;
    }

    /// Sends again what is to be retried; false when there was nothing.
    public boolean retry(WatchedModel model) {
        Sent next = retries.poll();
        if (next != null) {
            send(next, model);
        }
        return next != null;
    }

    /// What the model told the devices that cannot be; empty when all is well.
    public String oddity() {
        return oddity;
    }

    private void send(Sent sent, WatchedModel model) {
        Transaction t = sent.transaction;
        long address = model.send(t, outcome);
        sent.answer = answer(address, t);
        if (address == Outcome.STALLED
                && waiting.put(new Stall(t.streamId(), outcome.stag()), sent) != null) {
            oddity = "a second stall with STAG 0x" + Integer.toHexString(outcome.stag());
        }
    }

    private Answer answer(long address, Transaction transaction) {
        if (address == Outcome.ABORT) {
            return Answer.Fault.ABORT;
        } else if (address == Outcome.IGNORED) {
            return Answer.Fault.RAZWI;
        } else if (address == Outcome.STALLED) {
            return Answer.Fault.STALL;
        } else if (address == Outcome.DENIED) {
            return Answer.Fault.ATS_DENIED;
        }
        return transaction.request()
                ? new Answer.Granted(address, Permissions.text(outcome.permissions()))
                : new Answer.Translated(address);
    }

    @Override
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        return true;
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {}

    @Override
    public void release(int streamId, int stag, Release release) {
        Sent sent = waiting.remove(new Stall(streamId, stag));
        if (sent == null) {
            oddity = "the end of a stall that is none, STAG 0x" + Integer.toHexString(stag);
            return;
        }
        switch (release) {
            case RETRY -> retries.add(sent);
            case ABORT -> sent.answer = Answer.Fault.ABORT;
            case TERMINATE -> sent.answer = Answer.Fault.RAZWI;
        }
    }
}
