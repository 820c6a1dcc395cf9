package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.MachineRefusedException;

/// Gathers every reason there is before anything is done.
class Refusals {
    private final List<String> reasons = new ArrayList<>();

    final void refuse(boolean refused, String reason, Object... words) {
        if (refused) {
            reasons.add(reason.formatted(words));
        }
    }

    final void add(List<String> more) {
        reasons.addAll(more);
    }

    final List<String> reasons() {
        return reasons;
    }

    /// @throws MachineRefusedException when there is a reason
    final void orGoOn() {
        if (!reasons.isEmpty()) {
            throw new MachineRefusedException(reasons);
        }
    }
}
