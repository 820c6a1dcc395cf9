package org.vinculum.binding;

import java.util.List;
import java.util.stream.Collectors;

/// The inputs were understood and the answer is no; exit code 1 on the command line.
public final class BindingRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /// @param refusals at least one, all that were found
    public BindingRefusedException(List<Refusal> refusals) {
        super(
                refusals.stream()
                        .map(r -> r.place() + ": " + r.message() + " [" + r.code() + "]")
                        .collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
