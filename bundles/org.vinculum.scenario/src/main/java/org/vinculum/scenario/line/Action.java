package org.vinculum.scenario.line;

import org.vinculum.smmu.spec.command.Resume;

/// What CMD_RESUME does with a stalled transaction (IHI 0070, 4.7.1).
public enum Action {
    TERMINATE,
    RETRY,
    ABORT;

    /// The command that does it.
    public Resume command(int streamId, int stag) {
        return new Resume(streamId, this == RETRY, this == ABORT, stag);
    }
}
