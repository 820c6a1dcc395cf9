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

    /// `1 error, 2 warnings, no notes`.
    @Override
    public String toString() {
        return Plural.of(errors, "error")
                + ", "
                + Plural.of(warnings, "warning")
                + ", "
                + Plural.of(notes, "note");
    }
}
