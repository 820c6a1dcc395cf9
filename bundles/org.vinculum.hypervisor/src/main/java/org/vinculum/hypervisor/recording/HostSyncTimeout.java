package org.vinculum.hypervisor.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A sync of a host ring did not complete in time.
@Name("vinculum.HostSyncTimeout")
@Label("Host Sync Time-out")
@Description("A host ring did not get on")
@Category("Vinculum")
@StackTrace(false)
public final class HostSyncTimeout extends Event {
    @Label("SMMU")
    private String smmu;

    @Label("Number")
    private long number;

    private HostSyncTimeout() {}

    /// @param smmu the path of the physical one
    public static void late(String smmu, long number) {
        var event = new HostSyncTimeout();
        if (event.shouldCommit()) {
            event.smmu = smmu;
            event.number = number;
            event.commit();
        }
    }
}
