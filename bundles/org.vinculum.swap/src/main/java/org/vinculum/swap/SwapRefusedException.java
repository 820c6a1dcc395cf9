package org.vinculum.swap;

import java.util.List;

/// A swap is not done; what stood there goes on.
public final class SwapRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /// @param reasons whole sentences, at least one, all that were found
    public SwapRefusedException(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /// @param cause a fault of what was to take over
    public SwapRefusedException(String reason, Throwable cause) {
        super(reason, cause);
        this.reasons = List.of(reason);
    }

    public List<String> reasons() {
        return reasons;
    }
}
