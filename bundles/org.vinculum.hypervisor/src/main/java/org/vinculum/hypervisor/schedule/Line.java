package org.vinculum.hypervisor.schedule;

/// Clients that wait, in the order of their turns. Each stands in one line at most.
final class Line {
    private Share first;
    private Share last;

    boolean isEmpty() {
        return first == null;
    }

    /// Null when nobody waits here.
    Share first() {
        return first;
    }

    /// @param share in no line
    void append(Share share) {
        share.stand(this, last);
        last = share;
        if (first == null) {
            first = share;
        }
    }

    /// @param share in this line
    void remove(Share share) {
        if (first == share) {
            first = share.next();
        }
        if (last == share) {
            last = share.previous();
        }
        share.leave();
    }
}
