package org.vinculum.acpi.iort.topology;

/// IDs that one mapping of a node takes in, and what it makes of them.
///
/// @param first lowest input ID
/// @param last highest input ID
/// @param output what `first` becomes, 32 bits unsigned
/// @param single every input becomes `output`; otherwise outputs count up and may wrap at 2^32
/// @param reference offset of the node that sees the output
record Run(long first, long last, long output, boolean single, long reference) {
    static final long LAST_ID = 0xffff_ffffL;

    long outputOf(long id) {
        return single ? output : output + (id - first) & LAST_ID;
    }

    /// Whether `next` goes on where this run ends, inputs and outputs.
    boolean continuesIn(Run next) {
        return !single
                && !next.single
                && next.reference == reference
                && next.first == last + 1
                && next.output == outputOf(next.first);
    }
}
