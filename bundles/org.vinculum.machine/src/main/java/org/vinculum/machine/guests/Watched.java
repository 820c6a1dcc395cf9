package org.vinculum.machine.guests;

import java.util.List;
import org.vinculum.machine.file.Stamp;

/// A guest with what is known of its files: they count only when they have been still for a while, since whoever copies
/// them may be slow.
final class Watched {
    private final Guest guest;
    private List<Stamp> latest = List.of();
    private long since;
    private List<Stamp> taken = List.of();

    Watched(Guest guest) {
        this.guest = guest;
    }

    Guest guest() {
        return guest;
    }

    /// Whether the files have something new, and are still.
    boolean due(long now, long patience) {
        List<Stamp> stamps = guest.stamps();
        if (!stamps.equals(latest)) {
            latest = stamps;
            since = now;
        }
        return !latest.equals(taken) && now - since >= patience;
    }

    /// Whether somebody has to look again soon.
    boolean moving() {
        return !latest.equals(taken);
    }

    /// Does what the files say.
    ///
    /// @return as [Guest#apply()]
    boolean take() {
        boolean freed = guest.apply();
        taken = guest.read();
        latest = taken;
        return freed;
    }
}
