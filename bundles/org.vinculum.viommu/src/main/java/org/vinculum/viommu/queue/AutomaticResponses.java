package org.vinculum.viommu.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.VirtualStream;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.viommu.identification.Shown;

/// Answers page requests that the guest's queue does not take (IHI 0070, 8.1). An answer waits while the host has no room for it.
final class AutomaticResponses {
    /// More than a device has groups. Whoever asks on without waiting for answers goes without.
    private static final int MOST_WAITING = 1024;

    private static final int NO_PASID = -1;
    private static final int FIELDS = 4;

    private record Answer(StreamId vsid, int substreamId, int group, Response response) {}

    private final Shown shown;
    private final List<HostSmmu> hosts;
    private final Deque<Answer> waiting = new ArrayDeque<>();
    private PageRequesters requesters;

    AutomaticResponses(Shown shown, List<HostSmmu> hosts) {
        this.shown = shown;
        this.hosts = hosts;
    }

    void requesters(PageRequesters streams) {
        requesters = streams;
    }

    /// The device is told to ask again; the guest has lost the group.
    void answerLast(PageRequest request) {
        if (request.last() && !stopMarker(request)) {
            add(request, Response.SUCCESS, true);
        }
    }

    void fail(PageRequest request) {
        if (!stopMarker(request)) {
            add(request, Response.FAILURE, false);
        }
    }

    private static boolean stopMarker(PageRequest request) {
        return request.ssv() && request.last() && !request.read() && !request.write();
    }

    private void add(PageRequest request, Response response, boolean mayHavePasid) {
        if (waiting.size() == MOST_WAITING) {
            return;
        }
        StreamId vsid = new StreamId(request.streamId());
        boolean pasid = mayHavePasid && request.ssv() && withPasid(vsid);
        int substreamId = pasid ? request.substreamId() : NO_PASID;
        waiting.add(new Answer(vsid, substreamId, request.prgIndex(), response));
        progress();
    }

    private boolean withPasid(StreamId vsid) {
        return shown.pps() || requesters.answersWithPasid(vsid);
    }

    /// Another device may get this ID.
    void forget(StreamId vsid) {
        waiting.removeIf(answer -> answer.vsid.equals(vsid));
    }

    /// Those that wait, four hexadecimal numbers each: stream, PASID or none, group, response.
    String save() {
        StringBuilder text = new StringBuilder();
        for (Answer answer : waiting) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(Integer.toHexString(answer.vsid.value()))
                    .append(answer.substreamId < 0 ? " -" : " ")
                    .append(answer.substreamId < 0 ? "" : Integer.toHexString(answer.substreamId))
                    .append(' ')
                    .append(Integer.toHexString(answer.group))
                    .append(' ')
                    .append(answer.response.ordinal());
        }
        return text.toString();
    }

    /// Takes over what [#save] said. What cannot be read is none.
    void restore(String saved) {
        waiting.clear();
        String[] words = saved.isEmpty() ? new String[0] : saved.split(" ");
        if (words.length % FIELDS != 0 || words.length / FIELDS > MOST_WAITING) {
            return;
        }
        try {
            for (int i = 0; i < words.length; i += FIELDS) {
                waiting.add(answer(words, i));
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            waiting.clear();
        }
    }

    private static Answer answer(String[] words, int at) {
        return new Answer(
                new StreamId(Integer.parseUnsignedInt(words[at], 16)),
                words[at + 1].equals("-") ? NO_PASID : Integer.parseInt(words[at + 1], 16),
                Integer.parseInt(words[at + 2], 16),
                Response.values()[Integer.parseInt(words[at + 3])]);
    }

    boolean waits() {
        return !waiting.isEmpty();
    }

    /// Gives answers to the hosts in their order, while there is room.
    void progress() {
        while (!waiting.isEmpty()) {
            Answer next = waiting.peek();
            VirtualStream stream = requesters.find(next.vsid);
            if (stream != null) {
                HostSmmu host = hosts.get(stream.host());
                if (host.room() == 0) {
                    return;
                }
                host.respond(stream.psid(), next.substreamId, next.group, next.response);
            }
            waiting.remove();
        }
    }
}
