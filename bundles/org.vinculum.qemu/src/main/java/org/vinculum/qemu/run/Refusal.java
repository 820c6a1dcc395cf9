package org.vinculum.qemu.run;

import java.util.List;
import org.vinculum.live.LiveGuestRefusedException;

/// Why there is no run, for people.
final class Refusal {
    private Refusal() {}

    static LiveGuestRefusedException because(String reason) {
        return new LiveGuestRefusedException(List.of(reason));
    }
}
