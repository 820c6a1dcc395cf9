package org.vinculum.qemu.trace;

import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;

/// Finds out whether an SMMU stops at the commands at which its twin stops.
final class ErrorComparison {
    private final RegisterReads twin;
    private final RegisterReads smmu;
    private final Differences differences;
    private boolean known;

    ErrorComparison(RegisterReads twin, RegisterReads smmu, Differences differences) {
        this.twin = twin;
        this.smmu = smmu;
        this.differences = differences;
    }

    /// To be called when the SMMU may have done something.
    void compare() {
        boolean stopped = smmu.commandError();
        boolean toStop = twin.commandError();
        boolean passed =
                toStop && !stopped && smmu.read(CmdqCons.OFFSET) == smmu.read(CmdqProd.OFFSET);
        if (!stopped && !passed) {
            known = false;
        } else if (!known) {
            known = true;
            int consumer = smmu.read(CmdqCons.OFFSET);
            if (passed || !toStop || consumer != twin.read(CmdqCons.OFFSET)) {
                differences.add("CMDQ_CONS", shown(twin), shown(smmu));
            }
        }
    }

    private static String shown(RegisterReads smmu) {
        return "0x"
                + Integer.toHexString(smmu.read(CmdqCons.OFFSET))
                + (smmu.commandError() ? " with" : " without")
                + " an error";
    }
}
