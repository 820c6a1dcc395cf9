package org.vinculum.scenario.model;

import org.vinculum.iommu.Outcome;

/// How a transaction ends, or that it waits.
public sealed interface Ending {
    /// @param address the output address
    record Translated(long address) implements Ending {}

    /// The answer to an ATS translation request.
    ///
    /// @param permissions bits of [org.vinculum.iommu.Access]; those other than reading, writing and instructions are left out
    record Granted(long address, int permissions) implements Ending {}

    /// No translation.
    enum Refused implements Ending {
        ABORT,
        /// Reads give zero, writes are ignored.
        RAZWI,
        /// Waits for software.
        STALL,
        /// Of a translation request.
        ATS_DENIED
    }

    /// What a model's answer means.
    ///
    /// @param answer the output address, or one of [Outcome]'s negative values
    /// @param request whether it answers a translation request
    static Ending of(long answer, boolean request, Outcome outcome) {
        if (answer == Outcome.ABORT) {
            return Refused.ABORT;
        } else if (answer == Outcome.IGNORED) {
            return Refused.RAZWI;
        } else if (answer == Outcome.STALLED) {
            return Refused.STALL;
        } else if (answer == Outcome.DENIED) {
            return Refused.ATS_DENIED;
        }
        return request ? new Granted(answer, outcome.permissions()) : new Translated(answer);
    }
}
