package org.vinculum.smmu.translation;

import org.vinculum.smmu.cache.Configuration;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.table.StreamDecision;

/// What becomes of looking for the configuration of a transaction.
sealed interface Resolution {
    record Ready(Configuration configuration) implements Resolution {}

    /// A structure is missing or wrong; the transaction is aborted.
    ///
    /// @param event null where nothing is recorded
    record Rejected(Event event, boolean mayMerge) implements Resolution {
        static final Rejected SILENTLY = new Rejected(null, false);
    }

    /// Stage 2 does not let a context descriptor be read; how, the walk knows.
    record Unreachable(StreamDecision decision) implements Resolution {}
}
