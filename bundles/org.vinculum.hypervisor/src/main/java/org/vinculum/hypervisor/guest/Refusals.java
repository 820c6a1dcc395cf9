package org.vinculum.hypervisor.guest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.domain.MachineRefusedException;

/// Gathers every reason there is, each once, before anything is done.
class Refusals {
    private final Set<String> reasons = new LinkedHashSet<>();

    final void refuse(boolean refused, String reason, Object... words) {
        if (refused) {
            reasons.add(reason.formatted(words));
        }
    }

    final void add(List<String> more) {
        reasons.addAll(more);
    }

    final List<String> reasons() {
        return List.copyOf(reasons);
    }

    /// @throws MachineRefusedException when there is a reason
    final void orGoOn() {
        if (!reasons.isEmpty()) {
            throw new MachineRefusedException(reasons());
        }
    }
}
