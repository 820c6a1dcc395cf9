package org.vinculum.benchmark;

import java.util.List;

/// Something that a benchmark needs is not on this machine.
public final class BenchmarkRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /// @param reasons sentences, at least one
    public BenchmarkRefusedException(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
