package org.vinculum.qemu.poll;

import java.util.Arrays;
import org.vinculum.domain.GuestInterrupts;

/// Interrupts in the order in which they are to be delivered: lines, each once, then messages.
final class InterruptBatch {
    private static final int FIRST_CAPACITY = 16;

    private int[] lines = new int[FIRST_CAPACITY];
    private int edges;
    private long[] senders = new long[FIRST_CAPACITY];
    private int[] events = new int[FIRST_CAPACITY];
    private int messages;

    void add(int intid) {
        for (int i = 0; i < edges; i++) {
            if (lines[i] == intid) {
                return;
            }
        }
        if (edges == lines.length) {
            lines = Arrays.copyOf(lines, 2 * edges);
        }
        lines[edges++] = intid;
    }

    void add(long deviceId, int event) {
        if (messages == events.length) {
            senders = Arrays.copyOf(senders, 2 * messages);
            events = Arrays.copyOf(events, 2 * messages);
        }
        senders[messages] = deviceId;
        events[messages++] = event;
    }

    boolean empty() {
        return edges == 0 && messages == 0;
    }

    /// Empties it.
    void deliver(GuestInterrupts guest) {
        for (int i = 0; i < edges; i++) {
            guest.raise(lines[i]);
        }
        for (int i = 0; i < messages; i++) {
            guest.message(senders[i], events[i]);
        }
        edges = 0;
        messages = 0;
    }
}
