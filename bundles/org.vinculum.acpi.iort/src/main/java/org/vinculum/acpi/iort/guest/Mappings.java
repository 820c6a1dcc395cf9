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

    /// The device issues `output`, whatever its input is.
    ///
    /// @param index among the device's IDs; without meaning, and different so that no reader sees an overlap
    static IdMapping single(int index, long output, long target) {
        return new IdMapping(index, 0, output, target, IdMapping.SINGLE);
    }
}
