package org.vinculum.smmu.command;

import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.smmu.fault.FaultReports;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.command.Resume;
import org.vinculum.smmu.spec.command.StallTerm;

/// Ends the waiting of stalled transactions (IHI 0070, 4.7.1, 4.7.2).
public final class StallCommands {
    private static final int TERMINATE_ONLY = 1;

    private final Identification identification;
    private final FaultReports faults;

    public StallCommands(Identification identification, FaultReports faults) {
        this.identification = identification;
        this.faults = faults;
    }

    Verdict execute(Resume command) {
        if (identification.stallModel() == TERMINATE_ONLY) {
            return Verdict.ILLEGAL;
        }
        faults.resume(command.streamId(), command.stag(), release(command));
        return Verdict.DONE;
    }

    private Release release(Resume command) {
        if (command.retry()) {
            return Release.RETRY;
        }
        return command.abort() || identification.termModel() ? Release.ABORT : Release.TERMINATE;
    }

    Verdict execute(StallTerm command) {
        if (identification.stallModel() == TERMINATE_ONLY) {
            return Verdict.ILLEGAL;
        }
        faults.terminate(command.streamId());
        return Verdict.DONE;
    }
}
