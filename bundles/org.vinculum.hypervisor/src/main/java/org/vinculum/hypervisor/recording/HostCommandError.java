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

    @Label("Position")
    private long position;

    private HostCommandError() {}

    /// @param smmu the path of the physical one
    /// @param code the reason in SMMU_CMDQ_CONS.ERR
    /// @param position of the command, counted over all that have been written
    public static void stopped(String smmu, int code, long position) {
        var event = new HostCommandError();
        if (event.shouldCommit()) {
            event.smmu = smmu;
            event.code = code;
            event.position = position;
            event.commit();
        }
    }
}
