package org.vinculum.commands.print;

import java.util.ArrayList;
import java.util.List;

/// Rows of text in aligned columns; the last column is as long as it likes.
public final class Table {
    private static final int GAP = 2;

    private final List<String[]> rows = new ArrayList<>();
    private final int columns;

    /// @param headings one for each column
    public Table(String... headings) {
        columns = headings.length;
        rows.add(headings);
    }

    /// @throws IllegalArgumentException when there are not as many cells as headings
    public void row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns);
        }
        rows.add(cells);
    }

    /// Appends the table to a page, headings first.
    public void printTo(Page page) {
        int[] widths = widths();
        boolean heading = true;
        for (String[] row : rows) {
            for (int c = 0; c < columns; c++) {
                printCell(page, row[c], heading, c == columns - 1 ? 0 : widths[c] + GAP);
            }
            page.line();
            heading = false;
        }
    }

    private static void printCell(Page page, String cell, boolean heading, int width) {
        if (heading) {
            page.styled(Style.HEADING, cell).blanks(width - cell.length());
        } else {
            page.padded(cell, width);
        }
    }

    private int[] widths() {
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], Printable.of(row[c]).length());
            }
        }
        return widths;
    }
}
