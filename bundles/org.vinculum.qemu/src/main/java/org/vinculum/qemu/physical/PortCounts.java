package org.vinculum.qemu.physical;

import java.util.List;
import org.vinculum.live.Count;

/// Counts what all devices' transactions came to.
final class PortCounts {
    private long translations;
    private long hits;
    private long unanswered;

    void translated(boolean remembered) {
        translations++;
        if (remembered) {
            hits++;
        }
    }

    /// It was translated, to where nothing is.
    void unanswered() {
        unanswered++;
    }

    List<Count> all() {
        return List.of(
                new Count("translations of the SMMU", translations),
                new Count("of these remembered", hits),
                new Count("transactions that nothing answered", unanswered));
    }
}
