package org.vinculum.qemu.trace;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.vinculum.memory.Ram;
import org.vinculum.scenario.model.Recording;

/// 4 KiB of memory as the twin sees them, and where the guest has them.
final class TwinPage {
    static final int SIZE = 4096;

    private static final int WORDS = SIZE / Long.BYTES;

    /// Unchanged words between changed ones that are written with them: fewer bytes than another line.
    private static final int MOST_BETWEEN = 8;

    private final Ram guest;
    private final MemorySegment original;
    private final Ram copy;
    private long step = -1;
    private boolean recent;

    /// @param guest what has the page; null for a page that is nobody's memory
    TwinPage(long start, Ram guest) {
        this.guest = guest;
        this.original = guest == null ? null : guest.segment().asSlice(start - guest.start(), SIZE);
        this.copy = new Ram(start, Arena.ofAuto().allocate(SIZE, SIZE));
    }

    Ram copy() {
        return copy;
    }

    /// Whether it is among those that somebody may still hold on to.
    boolean recent() {
        return recent;
    }

    void recent(boolean is) {
        recent = is;
    }

    /// Copies what the guest has changed, once a step: what the twin writes meanwhile stays.
    void refresh(long now, QueueRanges queues, Recording recording) {
        if (step == now) {
            return;
        }
        step = now;
        if (original != null
                && !queues.contains(copy.start(), SIZE)
                && original.mismatch(copy.segment()) >= 0) {
            copyChanges(queues, recording);
        }
    }

    private void copyChanges(QueueRanges queues, Recording recording) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < WORDS; i++) {
            if (changed(i, queues)) {
                if (first >= 0 && i - last > MOST_BETWEEN) {
                    store(first, last, recording);
                    first = -1;
                }
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first >= 0) {
            store(first, last, recording);
        }
    }

    private boolean changed(int word, QueueRanges queues) {
        long offset = (long) word * Long.BYTES;
        long value = guest.getLongAcquire(copy.start() - guest.start() + offset);
        if (value == copy.getLong(offset) || queues.contains(copy.start() + offset, Long.BYTES)) {
            return false;
        }
        copy.setLong(offset, value);
        return true;
    }

    private void store(int first, int last, Recording recording) {
        long[] words = new long[last - first + 1];
        for (int i = 0; i < words.length; i++) {
            words[i] = copy.getLong((first + i) * (long) Long.BYTES);
        }
        recording.store(copy.start() + first * (long) Long.BYTES, words);
    }
}
