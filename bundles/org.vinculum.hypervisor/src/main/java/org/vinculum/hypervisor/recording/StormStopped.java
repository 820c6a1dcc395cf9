package org.vinculum.hypervisor.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Unsigned;

/// A stream caused too many records.
@Name("vinculum.StormStopped")
@Label("Storm Stopped")
@Description("A stream aborts until its guest changes its setting")
@Category("Vinculum")
@StackTrace(false)
public final class StormStopped extends Event {
    @Label("Domain")
    private String domain;

    @Label("SMMU")
    private String smmu;

    @Label("Stream ID")
    @Unsigned
    private long stream;

    private StormStopped() {}

    /// @param smmu the path of the physical one
    /// @param stream of the physical SMMU
    public static void stopped(String domain, String smmu, long stream) {
        var event = new StormStopped();
        if (event.shouldCommit()) {
            event.domain = domain;
            event.smmu = smmu;
            event.stream = stream;
            event.commit();
        }
    }
}
