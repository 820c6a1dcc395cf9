package org.vinculum.commands.linux;

import java.util.List;
import java.util.Optional;
import org.vinculum.live.Count;
import org.vinculum.live.LiveAudience;
import org.vinculum.live.LiveGuest;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;

/// Passes at once, and remembers what it was asked for.
public final class FakeLiveGuest implements LiveGuest {
    LiveGuestDescription asked;
    Plot plot = (description, audience) -> passed();

    /// What goes on while it runs.
    interface Plot {
        LiveReport play(LiveGuestDescription description, LiveAudience audience)
                throws InterruptedException;
    }

    static LiveReport passed() {
        return report(Optional.of(true), "PASS 12 tests");
    }

    static LiveReport report(Optional<Boolean> passed, String verdict) {
        return new LiveReport(
                passed,
                verdict,
                List.of(new Count("register writes", 82), new Count("translations", 10_240)));
    }

    @Override
    public LiveReport run(LiveGuestDescription description, LiveAudience audience)
            throws InterruptedException {
        asked = description;
        return plot.play(description, audience);
    }
}
