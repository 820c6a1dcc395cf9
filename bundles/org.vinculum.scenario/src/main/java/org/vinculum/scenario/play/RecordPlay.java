package org.vinculum.scenario.play;

import java.util.List;
import org.vinculum.scenario.record.EventField;
import org.vinculum.scenario.record.ExpectedRecord;
import org.vinculum.smmu.spec.Words;

/// Compares what a queue held with what it had to hold.
final class RecordPlay {
    private RecordPlay() {}

    /// @param what one record is called
    /// @param stags takes the STAGs that are to be remembered
    static void check(List<ExpectedRecord> expected, List<Words> found, String what, Stags stags) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            if (i == found.size()) {
                throw new ScenarioFailure(
                        what + " " + (i + 1) + ": " + expected.get(i), "no such " + what);
            }
            if (i == expected.size()) {
                throw new ScenarioFailure(
                        counted(i, what), what + " " + (i + 1) + ": " + raw(found.get(i), what));
            }
            compare(expected.get(i), found.get(i), what + " " + (i + 1) + ": ");
            Words record = found.get(i);
            expected.get(i)
                    .rememberStag()
                    .ifPresent(name -> stags.remember(name, (int) EventField.STAG.in(record)));
        }
    }

    private static void compare(ExpectedRecord expected, Words found, String place) {
        if (!expected.matches(found)) {
            throw new ScenarioFailure(place + expected, place + expected.of(found));
        }
    }

    private static String counted(int count, String what) {
        return (count == 0 ? "no" : "only " + count) + " " + what + (count == 1 ? "" : "s");
    }

    private static String raw(Words record, String what) {
        return what.equals("event")
                ? EventField.TYPE.text(EventField.TYPE.in(record)) + " (" + record + ")"
                : record.toString();
    }
}
