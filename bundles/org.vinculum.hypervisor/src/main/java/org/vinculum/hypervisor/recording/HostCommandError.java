package org.vinculum.hypervisor.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A host ring stopped.
@Name("vinculum.HostCommandError")
@Label("Host Command Error")
@Description("A host ring stopped with an error")
@Category("Vinculum")
@StackTrace(false)
public final class HostCommandError extends Event {
    @Label("SMMU")
    private String smmu;

    @Label("CERROR")
    private int code;

    @Label("Index")
    private int index;

    private HostCommandError() {}

    /// @param smmu the path of the physical one
    /// @param code the reason in SMMU_CMDQ_CONS.ERR
    /// @param index of the command in the ring
    public static void stopped(String smmu, int code, int index) {
        var event = new HostCommandError();
        if (event.shouldCommit()) {
            event.smmu = smmu;
            event.code = code;
            event.index = index;
            event.commit();
        }
    }
}
