package org.vinculum.itests.linux.swap;

import java.util.Map;
import java.util.Optional;
import org.vinculum.itests.linux.DebianKernel;
import org.vinculum.itests.linux.InstalledParts;
import org.vinculum.itests.linux.TestedGuest;
import org.vinculum.live.Count;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;

/// A tested guest behind whose SMMU two models take turns.
final class SwappedGuest {
    /// An event queue of 128 entries and a command queue of 256, which overflow and wrap.
    private static final Map<String, Long> SMALL_QUEUES = Map.of("IDR1", 0x0107_0010L);

    private final TestedGuest guest = new TestedGuest();
    private final String mode;
    private final String model;
    private final String other;

    SwappedGuest(String mode, String model, String other) {
        this.mode = mode;
        this.model = model;
        this.other = other;
    }

    /// @param words more of the kernel's command line
    LiveReport run(String words) throws InterruptedException {
        return guest.run(
                new LiveGuestDescription(
                        mode,
                        model,
                        SMALL_QUEUES,
                        Optional.of(DebianKernel.named("cloud").image()),
                        Optional.empty(),
                        words,
                        LiveGuestDescription.DEFAULT_MEMORY,
                        2,
                        TestedGuest.LIMIT,
                        Optional.empty(),
                        Optional.of(other)),
                new InstalledParts());
    }

    static long count(LiveReport report, String what) {
        for (Count count : report.counts()) {
            if (count.what().equals(what)) {
                return count.value();
            }
        }
        throw new IllegalArgumentException("nobody counts " + what + ": " + report.counts());
    }

    String printed() {
        return guest.printed();
    }
}
