package org.vinculum.acpi.iort.guest;

import org.vinculum.acpi.model.IdMapping;

/// Makes ID mappings from counts, so that only this place knows that a table says one less.
final class Mappings {
    private Mappings() {}

    /// IDs from `input` on become those from `output` on.
    ///
    /// @param count at least 1
    /// @param target key of the node that sees the output
    static IdMapping range(long input, long count, long output, long target) {
        return new IdMapping(input, count - 1, output, target, 0);
    }

    /// The device issues `output`, whatever its input is; the table then says 0 for that.
    ///
    /// @param target key of the node that sees the output
    static IdMapping single(long output, long target) {
        return new IdMapping(0, 0, output, target, IdMapping.SINGLE);
    }
}
