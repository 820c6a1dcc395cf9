package org.vinculum.hypervisor.host;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.PageRequest;

/// Records taken from the queues of an SMMU under its lock, to be delivered without it.
final class Collected {
    private final List<Words> events = new ArrayList<>();
    private final List<Words> pageRequests = new ArrayList<>();
    private final List<Words> unanswered = new ArrayList<>();
    private boolean lost;
    private boolean more;

    List<Words> events() {
        return events;
    }

    List<Words> pageRequests() {
        return pageRequests;
    }

    /// Page requests that the driver answers itself.
    List<Words> unanswered() {
        return unanswered;
    }

    /// Answers go to the last request of a group, and none to a stop marker.
    void nobodyAnswers(Words request) {
        boolean asks = PageRequest.R.isSet(request) || PageRequest.W.isSet(request);
        if (PageRequest.LAST.isSet(request) && (asks || !PageRequest.SSV.isSet(request))) {
            unanswered.add(request);
        }
    }

    void lost() {
        lost = true;
    }

    void more() {
        more = true;
    }

    /// @return whether there are more where these came from
    boolean deliver(HostRecords to) {
        if (lost) {
            to.overflow();
        }
        for (Words event : events) {
            to.event(stream(event), event);
        }
        for (Words request : pageRequests) {
            to.pageRequest(requester(request), request);
        }
        return more;
    }

    static StreamId stream(Words event) {
        return new StreamId((int) Event.STREAM_ID.get(event));
    }

    static StreamId requester(Words pageRequest) {
        return new StreamId((int) PageRequest.STREAM_ID.get(pageRequest));
    }
}
