package org.vinculum.live;

import java.util.List;

/// A guest cannot be run as it is asked for.
public final class LiveGuestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /// @param reasons sentences, at least one
    public LiveGuestRefusedException(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
