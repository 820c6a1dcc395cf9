package org.vinculum.smmu.command;

import org.vinculum.smmu.fault.FaultReports;
import org.vinculum.smmu.interrupt.Interrupts;
import org.vinculum.smmu.spec.command.Sync;

/// Signals that all before it is complete (IHI 0070, 4.7.3). Every command is complete when it is consumed, so nothing has to be
/// waited for.
public final class SyncCommand {
    private static final int INTERRUPT = 1;
    private static final int RESERVED = 3;

    private final Interrupts interrupts;
    private final FaultReports faults;

    public SyncCommand(Interrupts interrupts, FaultReports faults) {
        this.interrupts = interrupts;
        this.faults = faults;
    }

    Verdict execute(long word0, long word1, Outstanding outstanding) {
        long cs = Sync.CS.get(word0);
        if (cs == RESERVED) {
            return Verdict.ILLEGAL;
        }
        if (outstanding.takeTimedOut()) {
            return Verdict.INVALIDATION_TIMED_OUT;
        }
        if (outstanding.takeInvalidated()) {
            faults.invalidated();
        }
        if (cs == INTERRUPT) {
            interrupts.syncCompleted(
                    Sync.MSI_ADDRESS.inPlace(word1), (int) Sync.MSI_DATA.get(word0));
        }
        return Verdict.DONE;
    }
}
