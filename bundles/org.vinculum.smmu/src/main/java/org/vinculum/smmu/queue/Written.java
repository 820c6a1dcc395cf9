package org.vinculum.smmu.queue;

/// What became of an entry on its way into a queue that the SMMU fills.
public enum Written {
    /// The first entry: the queue is no longer empty.
    TO_EMPTY_QUEUE,
    BEHIND_OTHERS,
    /// There was no room.
    FULL,
    /// There is no memory.
    ABORTED,
    /// The queue takes nothing: it is disabled, or an abort waits for software.
    CLOSED;

    /// Whether it is in the queue.
    public boolean done() {
        return this == TO_EMPTY_QUEUE || this == BEHIND_OTHERS;
    }
}
