package org.vinculum.itests.linux.profile;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/// Chooses from a table of runs: each takes seconds, and every check has time for some of them.
///
/// A row that starts with `+` is in every check; the others run with `-Dvinculum.live.matrix=all`.
public final class Matrix {
    private static final boolean ALL = "all".equals(System.getProperty("vinculum.live.matrix"));
    private static final String ALWAYS = "+";

    private Matrix() {}

    /// @param table rows of cells between bars
    /// @return the cells of each row that is to run
    public static List<Arguments> of(String table) {
        return table.lines()
                .filter(row -> ALL || row.startsWith(ALWAYS))
                .map(row -> row.substring(1).split("\\|"))
                .map(cells -> Arguments.of((Object[]) stripped(cells)))
                .toList();
    }

    private static String[] stripped(String[] cells) {
        return Arrays.stream(cells).map(String::strip).toArray(String[]::new);
    }
}
