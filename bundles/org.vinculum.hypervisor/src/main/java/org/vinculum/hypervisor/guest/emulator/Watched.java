package org.vinculum.hypervisor.guest.emulator;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.swap.Deadline;
import org.vinculum.swap.SwapRefusedException;

/// Calls an emulator's code while others wait for it, and says in a sentence why it did not do what it was to do.
final class Watched {
    private final String place;
    private final Duration deadline;

    Watched(String place, Duration deadline) {
        this.place = place;
        this.deadline = deadline;
    }

    /// @param who is called
    /// @param what it is to do: `take the state over`
    /// @throws SwapRefusedException when it refuses, fails or takes too long
    <T> T call(OfferedType who, String what, Callable<T> work) {
        try {
            return Deadline.call("vinculum-swap " + place, deadline, work);
        } catch (TimeoutException e) {
            throw new SwapRefusedException(
                    "%s did not %s within %d ms.".formatted(who.title(), what, deadline.toMillis()),
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MachineRefusedException refused) {
                throw new SwapRefusedException(refused.reasons());
            }
            throw new SwapRefusedException(
                    "%s failed to %s: %s.".formatted(who.title(), what, e.getCause()),
                    e.getCause());
        }
    }
}
