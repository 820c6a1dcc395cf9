package org.vinculum.domain;

import java.util.List;

/// A machine or a domain is not made; nothing of it is left behind.
public final class MachineRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /// @param reasons whole sentences, at least one, all that were found
    public MachineRefusedException(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
