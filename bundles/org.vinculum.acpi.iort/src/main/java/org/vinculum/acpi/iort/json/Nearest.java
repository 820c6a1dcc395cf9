package org.vinculum.acpi.iort.json;

import java.util.List;

/// What somebody may have meant: the nearest of some names by insertions, deletions and replacements.
final class Nearest {
    private static final int MOST_CHANGES = 3;
    private static final int MOST_CHARACTERS = 128;

    private Nearest() {}

    /// The first of the names nearest to `word`; null when none is near.
    static String to(String word, List<String> names) {
        if (word.length() > MOST_CHARACTERS) {
            return null;
        }
        String best = null;
        int least = Math.min(MOST_CHANGES, word.length() / 2) + 1;
        for (String name : names) {
            int distance =
                    Math.abs(name.length() - word.length()) < least
                            ? distance(word, name)
                            : Integer.MAX_VALUE;
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[b.length()];
    }
}
