package org.vinculum.hypervisor.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// A guest was served.
@Name("vinculum.CommandBatch")
@Label("Command Batch")
@Description("Commands of a guest have been carried out on host rings")
@Category("Vinculum")
@StackTrace(false)
public final class CommandBatch extends Event {
    @Label("Domain")
    private String domain;

    @Label("Virtual IOMMU")
    private int viommu;

    @Label("Host Commands")
    private int hostCommands;

    @Label("Waited")
    @Timespan(Timespan.NANOSECONDS)
    private long waited;

    private CommandBatch() {}

    /// @param viommu its place among those of the domain
    /// @param hostCommands that it caused
    /// @param waited nanoseconds that the commands were ready before
    public static void served(String domain, int viommu, int hostCommands, long waited) {
        var event = new CommandBatch();
        if (event.shouldCommit()) {
            event.domain = domain;
            event.viommu = viommu;
            event.hostCommands = hostCommands;
            event.waited = waited;
            event.commit();
        }
    }
}
