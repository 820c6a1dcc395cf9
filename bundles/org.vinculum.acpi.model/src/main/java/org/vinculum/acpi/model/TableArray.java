package org.vinculum.acpi.model;

import java.util.List;

/// An array that a node declares by a count and an offset.
///
/// @param offset of the first entry from the start of the node, in bytes, 32 bits unsigned; often 0 when there is none
/// @param count as declared, 32 bits unsigned
/// @param entries all of them, or none when the array does not fit into the table
public record TableArray<T>(long offset, long count, List<T> entries) {
    public TableArray {
        entries = List.copyOf(entries);
    }

    /// An array to be placed by [IortCodec#arrange].
    public static <T> TableArray<T> of(List<T> entries) {
        return new TableArray<>(0, entries.size(), entries);
    }

    /// Whether the table holds every entry that is declared.
    public boolean isComplete() {
        return entries.size() == count;
    }
}
