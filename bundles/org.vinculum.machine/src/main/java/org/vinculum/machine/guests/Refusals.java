package org.vinculum.machine.guests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.Refusal;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.UnreadableInputException;

/// Why a guest is refused, whatever stood in its way, with a code for each reason.
final class Refusals {
    private static final String UNREADABLE = "unreadable";
    private static final String MACHINE = "machine";
    private static final String NOT_WRITTEN = "not-written";
    private static final String INTERNAL = "internal";

    private Refusals() {}

    /// @param file the guest's
    static List<Refusal> of(Exception why, String file) {
        return switch (why) {
            case BindingRefusedException refused -> refused.refusals();
            case UnreadableInputException unreadable ->
                    List.of(new Refusal(UNREADABLE, file, unreadable.getMessage()));
            case MachineRefusedException refused -> machine(refused, file);
            case IOException notWritten ->
                    List.of(new Refusal(NOT_WRITTEN, file, notWritten.toString()));
            default -> List.of(new Refusal(INTERNAL, file, why.toString()));
        };
    }

    private static List<Refusal> machine(MachineRefusedException refused, String file) {
        List<Refusal> reasons = new ArrayList<>();
        for (String reason : refused.reasons()) {
            reasons.add(new Refusal(MACHINE, file, reason));
        }
        return reasons;
    }

    /// As `vinculum bind` prints it.
    static String line(Refusal refusal) {
        return "refused " + refusal.code() + " " + refusal.place() + ": " + refusal.message();
    }
}
