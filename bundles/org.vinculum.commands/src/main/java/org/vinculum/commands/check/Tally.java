package org.vinculum.commands.check;

import java.util.List;
import org.vinculum.commands.print.Plural;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Severity;

/// How many findings there are of each severity.
public record Tally(int errors, int warnings, int notes) {
    public static Tally count(List<Finding> findings) {
        int[] counts = new int[Severity.values().length];
        for (Finding finding : findings) {
            counts[finding.severity().ordinal()]++;
        }
        return new Tally(
                counts[Severity.ERROR.ordinal()],
                counts[Severity.WARNING.ordinal()],
                counts[Severity.NOTE.ordinal()]);
    }

    /// Whether somebody should do something about it.
    public boolean isBad() {
        return errors + warnings > 0;
    }

    /// `1 error, 2 warnings`, only what there is; `no findings` when there is nothing.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, errors, "error");
        append(text, warnings, "warning");
        append(text, notes, "note");
        return text.isEmpty() ? "no findings" : text.toString();
    }

    private static void append(StringBuilder text, int count, String noun) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : ", ").append(Plural.of(count, noun));
        }
    }
}
