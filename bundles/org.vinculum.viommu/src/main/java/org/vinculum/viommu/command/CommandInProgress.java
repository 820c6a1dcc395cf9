package org.vinculum.viommu.command;

import org.vinculum.smmu.spec.command.CfgiSteRange;
import org.vinculum.smmu.spec.command.Command;

/// The command that is being carried out, as it was fetched once, and up to where it has got.
final class CommandInProgress {
    private boolean active;
    private long word0;
    private long word1;
    private long cursor;

    void begin(long first, long second) {
        active = true;
        word0 = first;
        word1 = second;
        cursor = 0;
    }

    void end() {
        active = false;
    }

    boolean active() {
        return active;
    }

    long word0() {
        return word0;
    }

    long word1() {
        return word1;
    }

    /// From where it goes on: a number of a host, or a stream ID; 0 at first.
    long cursor() {
        return cursor;
    }

    /// From a saved state. A number of a host means nothing there, so that only a row of streams is gone on with.
    void restore(long first, long second, long at) {
        begin(first, second);
        cursor = Command.OPCODE.get(first) == CfgiSteRange.NUMBER ? at : 0;
    }

    /// It goes on later.
    Step suspend(long at) {
        cursor = at;
        return Step.SUSPENDED;
    }
}
