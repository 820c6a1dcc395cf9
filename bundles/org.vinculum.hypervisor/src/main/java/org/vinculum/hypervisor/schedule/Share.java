package org.vinculum.hypervisor.schedule;

/// What a client may use of a round, and what it has used of this one and the one before.
final class Share {
    private final int client;
    private final int quantum;
    private long round;
    private long used;
    private long usedBefore;

    private Line line;
    private Share next;
    private Share previous;

    /// @param quantum host commands in each round
    Share(int client, int quantum) {
        this.client = client;
        this.quantum = quantum;
    }

    int client() {
        return client;
    }

    int quantum() {
        return quantum;
    }

    /// Host commands left of this round's share.
    int left(long now) {
        advance(now);
        return (int) Math.max(0, quantum - used);
    }

    /// Host commands that may still be used out of turn. What has been used since the round before began counts, so that
    /// nobody who waits sees more than one quantum of another client between two turns of its own: the end of one round and
    /// the start of the next.
    int spare(long now) {
        advance(now);
        return (int) Math.max(0, quantum - used - usedBefore);
    }

    /// Debt is less than a quantum, so that every round leaves at least one host command.
    void charge(long now, int hostCommands) {
        advance(now);
        used = Math.min(used + hostCommands, 2L * quantum - 1);
    }

    private void advance(long now) {
        if (round == now) {
            return;
        }
        long debt = Math.max(0, used - quantum);
        usedBefore = round + 1 == now ? used : 0;
        used = round + 1 == now ? debt : 0;
        round = now;
    }

    /// Where it waits; null when it does not.
    Line line() {
        return line;
    }

    void stand(Line where, Share behind) {
        line = where;
        previous = behind;
        next = null;
        if (behind != null) {
            behind.next = this;
        }
    }

    /// Closes the gap that it leaves.
    void leave() {
        if (previous != null) {
            previous.next = next;
        }
        if (next != null) {
            next.previous = previous;
        }
        line = null;
        previous = null;
        next = null;
    }

    Share next() {
        return next;
    }

    Share previous() {
        return previous;
    }
}
