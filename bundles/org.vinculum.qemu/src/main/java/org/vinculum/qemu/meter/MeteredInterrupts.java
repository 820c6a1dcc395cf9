package org.vinculum.qemu.meter;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.live.Count;

/// Counts the interrupts that a guest gets, by kind.
public final class MeteredInterrupts implements GuestInterrupts {
    private final GuestInterrupts guest;
    private final SortedMap<Integer, Long> edges = new TreeMap<>();
    private long messages;

    /// @param guest gets them
    public MeteredInterrupts(GuestInterrupts guest) {
        this.guest = guest;
    }

    @Override
    public void raise(int intid) {
        synchronized (this) {
            edges.merge(intid, 1L, Long::sum);
        }
        guest.raise(intid);
    }

    @Override
    public void message(long deviceId, int event) {
        synchronized (this) {
            messages++;
        }
        guest.message(deviceId, event);
    }

    /// Adds a line for each wired interrupt that there was, by its interrupt ID, and one for messages.
    synchronized void report(List<Count> counts) {
        for (Map.Entry<Integer, Long> line : edges.entrySet()) {
            counts.add(new Count("interrupts, wired, ID " + line.getKey(), line.getValue()));
        }
        counts.add(new Count("interrupts, messages", messages));
    }
}
