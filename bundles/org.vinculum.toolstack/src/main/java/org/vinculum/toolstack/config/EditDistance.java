package org.vinculum.toolstack.config;

import java.util.Collection;
import java.util.Optional;

/// Finds what somebody may have meant: the nearest of some names by insertions, deletions and replacements.
public final class EditDistance {
    // A hostile tree may have a million paths; a suggestion is not worth more than this many cells.
    private static final long WORK_CAP = 50_000_000;
    private static final int LENGTH_CAP = 512;

    private EditDistance() {}

    /// The first of the names nearest to `word`, and within `most` changes of it.
    public static Optional<String> nearest(String word, Collection<String> names, int most) {
        String best = null;
        int least = most + 1;
        long work = 0;
        for (String name : names) {
            int difference = Math.abs(name.length() - word.length());
            if (difference >= least || name.length() > LENGTH_CAP || word.length() > LENGTH_CAP) {
                continue;
            }
            work += (long) (name.length() + 1) * (word.length() + 1);
            if (work > WORK_CAP) {
                break;
            }
            int distance = between(word, name);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The least number of changed, added and dropped characters that makes `b` of `a`.
    static int between(String a, String b) {
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
