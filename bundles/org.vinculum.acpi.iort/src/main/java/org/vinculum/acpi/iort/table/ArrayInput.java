package org.vinculum.acpi.iort.table;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.TableArray;

/// Reads the arrays of all nodes of a table, wherever in it they are, and bounds what they cost together: nodes may
/// declare the same bytes again and again.
final class ArrayInput {
    /// Arrays of a well-formed table are disjoint, so that together they are shorter than the table.
    private static final int MAX_TABLES = 4;

    private final TableInput in;
    private final int tableLength;
    private final long most;
    private long used;

    ArrayInput(TableInput in, int tableLength) {
        this.in = in;
        this.tableLength = tableLength;
        this.most = (long) MAX_TABLES * tableLength;
    }

    /// @param node offset of the node
    /// @param offset of the array in the node, 32 bits unsigned
    /// @param count of entries, 32 bits unsigned
    /// @throws org.vinculum.firmware.UnreadableInputException when this is one array too much
    <T> TableArray<T> read(int node, long offset, long count, EntryLayout<T> layout) {
        long start = node + offset;
        long length = count * layout.length();
        if (count == 0 || start + length > tableLength) {
            return new TableArray<>(offset, count, List.of());
        }
        used += length;
        if (used > most) {
            throw in.fault(
                    start,
                    "arrays of together at most " + MAX_TABLES + " times the table's length",
                    "more in the nodes up to the one at " + TableInput.hex(node));
        }
        return new TableArray<>(offset, count, entries((int) start, (int) count, layout));
    }

    private <T> List<T> entries(int start, int count, EntryLayout<T> layout) {
        List<T> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(layout.read(in, start + i * layout.length()));
        }
        return entries;
    }
}
