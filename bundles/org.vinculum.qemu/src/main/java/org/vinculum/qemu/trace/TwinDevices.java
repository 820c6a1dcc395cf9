package org.vinculum.qemu.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.scenario.model.Ending;
import org.vinculum.scenario.model.Transaction;

/// The devices in front of the twin: what waits there is sent again when software says so, as in a replay, whatever the real
/// device does.
final class TwinDevices implements Endpoints {
    private final Map<Stall, Transaction> waiting = new LinkedHashMap<>();
    private final Deque<Transaction> retries = new ArrayDeque<>();
    private final List<Ended> ended = new ArrayList<>();
    private final Outcome outcome = new Outcome();
    private int named;

    private record Stall(int streamId, int stag) {}

    /// A transaction that does not wait any more.
    record Ended(String name, Ending ending) {}

    /// A transaction, with a name when it has to wait, and how it ended.
    record Sent(Transaction transaction, Ending ending) {}

    Sent send(Transaction transaction, IommuModel twin) {
        Transaction t = transaction;
        long answer =
                t.request()
                        ? twin.requestTranslation(
                                t.streamId(), t.substreamId(), t.address(), t.access(), outcome)
                        : twin.translate(
                                t.streamId(), t.substreamId(), t.address(), t.access(), outcome);
        Ending ending = Ending.of(answer, t.request(), outcome);
        if (ending == Ending.Refused.STALL) {
            t = t.name().isPresent() ? t : t.named("t" + ++named);
            waiting.put(new Stall(t.streamId(), outcome.stag()), t);
        }
        return new Sent(t, ending);
    }

    /// Sends again what is to be retried; false when there was nothing.
    boolean retry(IommuModel twin) {
        Transaction next = retries.poll();
        if (next == null) {
            return false;
        }
        Sent sent = send(next, twin);
        if (sent.ending() != Ending.Refused.STALL) {
            ended.add(new Ended(next.name().orElseThrow(), sent.ending()));
        }
        return true;
    }

    /// Those since the last call that waited and do not any more.
    List<Ended> takeEnded() {
        List<Ended> taken = List.copyOf(ended);
        ended.clear();
        return taken;
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
        Transaction transaction = waiting.remove(new Stall(streamId, stag));
        if (transaction == null) {
            return;
        }
        String name = transaction.name().orElseThrow();
        switch (release) {
            case RETRY -> retries.add(transaction);
            case ABORT -> ended.add(new Ended(name, Ending.Refused.ABORT));
            case TERMINATE -> ended.add(new Ended(name, Ending.Refused.RAZWI));
        }
    }
}
