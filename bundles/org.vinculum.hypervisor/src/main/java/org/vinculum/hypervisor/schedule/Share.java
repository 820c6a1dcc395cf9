package org.vinculum.hypervisor.schedule;

/// What a client may use of a round, what it has used of this one and the one before, and what it has saved.
final class Share {
    private final int client;
    private final int quantum;
    private final int burst;
    private long round;
    private long used;
    private long usedBefore;
    private long saved;

    private Line line;
    private Share next;
    private Share previous;

    /// @param quantum host commands in each round
    /// @param burst host commands that it may save
    Share(int client, int quantum, int burst) {
        this.client = client;
        this.quantum = quantum;
        this.burst = burst;
        this.saved = burst;
    }

    int client() {
        return client;
    }

    /// Host commands at once where nobody waits.
    int whole() {
        return Math.max(quantum, burst);
    }

    /// Host commands left of this round's share.
    int left(long now) {
        advance(now);
        return (int) Math.max(0, quantum - used);
    }

    /// Host commands that may still be used out of turn. What has been used since the round before began counts, so that
    /// nobody who waits sees more than one quantum of another client between two turns of its own: the end of one round and
    /// the start of the next. What is saved comes on top.
    int spare(long now) {
        advance(now);
        return (int) (Math.max(0, quantum - used - usedBefore) + saved);
    }

    /// Debt is at most what a client may do at once, so that nobody waits for ever for having gone too far once.
    void charge(long now, int hostCommands) {
        advance(now);
        used = Math.min(used + hostCommands, (long) quantum + whole());
    }

    /// What it has used beyond its quantum does not matter.
    void forgive(long now) {
        advance(now);
        used = Math.min(used, quantum);
    }

    /// Out of turn what is saved goes first.
    void chargeSaved(long now, int hostCommands) {
        advance(now);
        long fromSaved = Math.min(hostCommands, saved);
        saved -= fromSaved;
        charge(now, (int) (hostCommands - fromSaved));
    }

    private void advance(long now) {
        if (round == now) {
            return;
        }
        long debt = Math.max(0, used - quantum);
        save(Math.max(0, quantum - used) + (now - round - 1) * quantum);
        usedBefore = round + 1 == now ? used : 0;
        used = Math.max(0, debt - (now - round - 1) * quantum);
        round = now;
    }

    private void save(long unused) {
        saved = Math.min(burst, saved + unused);
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
