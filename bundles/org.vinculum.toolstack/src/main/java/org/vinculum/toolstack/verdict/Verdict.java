package org.vinculum.toolstack.verdict;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.Refusal;
import org.vinculum.firmware.Finding;

/// What one run has to say: every reason against the assignment, and notes. Reasons are collected, so that the user
/// corrects them all at once.
public final class Verdict {
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();

    /// @param code listed in `docs/refusals.md`
    public void refuse(String code, String place, String message) {
        refusals.add(new Refusal(code, place, message));
    }

    public void warn(String code, String place, String message) {
        notes.add(Finding.warning(code, place, message));
    }

    public void note(String code, String place, String message) {
        notes.add(Finding.note(code, place, message));
    }

    public void addAll(List<Finding> more) {
        notes.addAll(more);
    }

    /// Takes over the reasons that a later step found.
    public void add(BindingRefusedException more) {
        refusals.addAll(more.refusals());
    }

    public List<Finding> notes() {
        return List.copyOf(notes);
    }

    /// @throws BindingRefusedException when there is at least one reason
    public void throwIfRefused() {
        if (!refusals.isEmpty()) {
            throw new BindingRefusedException(refusals, notes);
        }
    }
}
