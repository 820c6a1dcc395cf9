package org.vinculum.acpi.iort.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.Slack;

/// Finds the bytes of a table that its fields do not say: where writing the fields alone gives something else.
final class SlackSearch {
    /// Zero bytes between two runs that are told with them: fewer characters of JSON than a further run.
    private static final int MAX_GAP = 16;

    private final byte[] content;
    private final byte[] said;

    private SlackSearch(byte[] content, byte[] said) {
        this.content = content;
        this.said = said;
    }

    /// @param content of the file that the table was read from
    static List<Slack> find(byte[] content, Iort table) {
        return new SlackSearch(content, IortWriter.writeFields(table)).runs();
    }

    private List<Slack> runs() {
        List<Slack> runs = new ArrayList<>(0);
        int start = difference(0);
        while (start < said.length) {
            int end = endOfRun(start);
            runs.add(new Slack(start, Arrays.copyOfRange(content, start, end)));
            start = difference(end);
        }
        return runs;
    }

    private int endOfRun(int start) {
        int end = start + 1;
        int gap = 0;
        for (int at = end; at < said.length && gap <= MAX_GAP; at++) {
            if (content[at] != said[at]) {
                end = at + 1;
                gap = 0;
            } else if (content[at] == 0) {
                gap++;
            } else {
                return end;
            }
        }
        return end;
    }

    /// The first byte from `from` on that the fields do not say, or the table's end.
    private int difference(int from) {
        int found = Arrays.mismatch(content, from, said.length, said, from, said.length);
        return found < 0 ? said.length : from + found;
    }
}
