package org.vinculum.qemu.swap;

import org.vinculum.live.GuestSmmu;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.swap.SwapRefusedException;

/// Swaps there and back before a guest starts, so that what cannot be is known then.
public final class Rehearsal {
    private Rehearsal() {}

    /// @param smmu that nobody uses yet
    /// @param model stands behind it, before and after
    /// @throws LiveGuestRefusedException with the reasons of the swap that is refused
    public static void of(GuestSmmu smmu, String model, String other) {
        try {
            smmu.swap(other, Runnable::run);
            smmu.swap(model, Runnable::run);
        } catch (SwapRefusedException e) {
            throw new LiveGuestRefusedException(e.reasons());
        }
    }
}
