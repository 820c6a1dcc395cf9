package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;

/// Lists of mappings as a person would say them; counted from 1, as entries of lists are everywhere.
final class Numbers {
    private static final int MOST_NAMED = 6;

    private Numbers() {}

    /// `mapping 3`, or `mappings 1 to 4, 7 and 9`.
    ///
    /// @param positions from 0, ascending, at least one
    static String mappings(List<Integer> positions) {
        List<String> runs = runs(positions);
        StringBuilder text = new StringBuilder(positions.size() == 1 ? "mapping " : "mappings ");
        int named = Math.min(MOST_NAMED, runs.size());
        for (int i = 0; i < named; i++) {
            boolean last = i == runs.size() - 1;
            text.append(i == 0 ? "" : last ? " and " : ", ").append(runs.get(i));
        }
        return runs.size() > named ? text + " and others" : text.toString();
    }

    /// `leads` after one mapping, `lead` after several.
    static String verb(List<Integer> positions, String one, String several) {
        return positions.size() == 1 ? one : several;
    }

    /// `1 mapping`, `2 mappings`.
    static String count(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    private static List<String> runs(List<Integer> positions) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < positions.size(); ) {
            int end = i;
            while (end + 1 < positions.size()
                    && positions.get(end + 1).equals(positions.get(end) + 1)) {
                end++;
            }
            // two neighbours are no range
            end = end == i + 1 ? i : end;
            String first = String.valueOf(positions.get(i) + 1);
            runs.add(i == end ? first : first + " to " + (positions.get(end) + 1));
            i = end + 1;
        }
        return runs;
    }
}
