package org.vinculum.live;

import java.util.List;
import java.util.Optional;

/// What became of a live guest.
///
/// @param passed empty when it ended, or its time did, without a verdict
/// @param verdict what it said, or why there is no verdict, one line
/// @param counts what was seen of it, in the order of a table
public record LiveReport(Optional<Boolean> passed, String verdict, List<Count> counts) {
    public LiveReport {
        counts = List.copyOf(counts);
    }
}
