package org.vinculum.scenario.file;

import java.util.Optional;
import org.vinculum.scenario.line.Answer;
import org.vinculum.scenario.record.Permissions;

/// What a line says a transaction must end with: `pa`, with `perm` for a translation request, or `fault`.
final class Answers {
    private Answers() {}

    static Answer parse(Fields fields, boolean request) {
        if (fields.has("pa") == fields.has("fault")) {
            throw fields.wrong(
                    "pa", "either it or \"fault\"", fields.has("pa") ? "both" : "neither");
        }
        return fields.has("fault") ? fault(fields, request) : translated(fields, request);
    }

    private static Answer translated(Fields fields, boolean request) {
        long address = fields.number("pa", Long.SIZE);
        if (!request) {
            return new Answer.Translated(address);
        }
        Optional<String> letters = fields.optionalText("perm");
        if (letters.isEmpty()) {
            return new Answer.GrantedSomehow(address);
        }
        int bits = Permissions.parse(letters.get());
        if (bits < 0) {
            throw fields.wrong("perm", "letters of rwx", Shown.of(letters.get()));
        }
        return new Answer.Granted(address, Permissions.text(bits));
    }

    private static Answer fault(Fields fields, boolean request) {
        String word = fields.text("fault");
        for (Answer.Fault fault : Answer.Fault.values()) {
            if (fault.toString().equals(word) && fits(fault, request)) {
                return fault;
            }
        }
        String words = request ? "abort or ats-denied" : "abort, razwi or stall";
        throw fields.wrong("fault", words, Shown.of(word));
    }

    private static boolean fits(Answer.Fault fault, boolean request) {
        return switch (fault) {
            case ABORT -> true;
            case RAZWI, STALL -> !request;
            case ATS_DENIED -> request;
        };
    }
}
