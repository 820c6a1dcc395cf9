package org.vinculum.qemu.channel;

import java.util.BitSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Interrupts on their way to QEMU. An edge of a line that still waits makes one with the next edge of that line; messages
/// are each carried, and who brings too many waits. Safe for use by several threads.
final class WaitingInterrupts {
    static final int MOST_MESSAGES = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final BitSet edges;
    private final int[] messages = new int[MOST_MESSAGES];
    private int first;
    private int waiting;
    private boolean closed;

    /// @param lines how many there are
    WaitingInterrupts(int lines) {
        edges = new BitSet(lines);
    }

    /// An edge.
    void raise(int line) {
        lock.lock();
        try {
            edges.set(line);
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /// A message; forgotten once this is closed.
    void message(int event) {
        lock.lock();
        try {
            while (waiting == MOST_MESSAGES && !closed) {
                room.awaitUninterruptibly();
            }
            if (!closed) {
                messages[(first + waiting++) % MOST_MESSAGES] = event;
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is something, and moves it.
    ///
    /// @return false when this was closed
    boolean take(Qtest to, String controller, long messageAddress, int atMost) {
        lock.lock();
        try {
            while (edges.isEmpty() && waiting == 0 && !closed) {
                news.awaitUninterruptibly();
            }
            if (!closed) {
                edges.stream().forEach(line -> to.pulse(controller, line));
                edges.clear();
                takeMessages(to, messageAddress, atMost);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void takeMessages(Qtest to, long address, int atMost) {
        for (int i = 0; i < atMost && waiting != 0; i++) {
            to.write(address, messages[first]);
            first = (first + 1) % MOST_MESSAGES;
            waiting--;
        }
        room.signalAll();
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
