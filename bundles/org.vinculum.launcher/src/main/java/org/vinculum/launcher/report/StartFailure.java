package org.vinculum.launcher.report;

import java.util.List;

/// A start that did not finish, with everything that is known about why.
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /// @param reasons one line each: unresolved bundles first, then unsatisfied components
    public StartFailure(String summary, List<String> reasons) {
        super(summary);
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
