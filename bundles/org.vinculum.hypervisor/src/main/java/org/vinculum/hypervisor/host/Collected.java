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
    private boolean lost;
    private boolean more;

    List<Words> events() {
        return events;
    }

    List<Words> pageRequests() {
        return pageRequests;
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
