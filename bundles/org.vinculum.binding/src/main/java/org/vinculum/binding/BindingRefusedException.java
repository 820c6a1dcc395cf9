package org.vinculum.binding;

import java.util.List;
import java.util.stream.Collectors;
import org.vinculum.firmware.Finding;

/// The inputs were understood and the answer is no; exit code 1 on the command line.
public final class BindingRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;
    private final transient List<Finding> notes;

    /// @param refusals at least one, all that were found
    public BindingRefusedException(List<Refusal> refusals) {
        this(refusals, List.of());
    }

    /// @param refusals at least one, all that were found
    /// @param notes warnings that may explain them, in the order met
    public BindingRefusedException(List<Refusal> refusals, List<Finding> notes) {
        super(
                refusals.stream()
                        .map(r -> r.place() + ": " + r.message() + " [" + r.code() + "]")
                        .collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
        this.notes = List.copyOf(notes);
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    public List<Finding> notes() {
        return notes;
    }
}
