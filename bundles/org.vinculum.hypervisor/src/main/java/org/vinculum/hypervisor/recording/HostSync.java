package org.vinculum.hypervisor.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// A sync of a host ring completed.
@Name("vinculum.HostSync")
@Label("Host Sync")
@Description("A CMD_SYNC of a host ring has completed")
@Category("Vinculum")
@StackTrace(false)
public final class HostSync extends Event {
    @Label("SMMU")
    private String smmu;

    @Label("Number")
    private long number;

    @Label("Latency")
    @Timespan(Timespan.NANOSECONDS)
    private long latency;

    private HostSync() {}

    /// What [#completed] has to know of the beginning; 0 when nothing is recorded.
    public static long begun() {
        return new HostSync().isEnabled() ? System.nanoTime() | 1 : 0;
    }

    /// @param smmu the path of the physical one
    /// @param begun as [#begun] answered
    public static void completed(String smmu, long number, long begun) {
        if (begun == 0) {
            return;
        }
        var event = new HostSync();
        if (event.shouldCommit()) {
            event.smmu = smmu;
            event.number = number;
            event.latency = System.nanoTime() - begun;
            event.commit();
        }
    }
}
