package org.vinculum.hypervisor.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Unsigned;

/// A record was lost to an overflow or to the rate limit.
@Name("vinculum.EventDropped")
@Label("Event Dropped")
@Description("A record did not reach its guest, which was told of an overflow")
@Category("Vinculum")
@StackTrace(false)
public final class EventDropped extends Event {
    @Label("Domain")
    private String domain;

    @Label("Virtual IOMMU")
    private int viommu;

    @Label("SMMU")
    private String smmu;

    @Label("Stream ID")
    @Unsigned
    private long stream;

    private EventDropped() {}

    /// @param viommu its place among those of the domain
    /// @param smmu the path of the physical one
    /// @param stream of the physical SMMU
    public static void lost(String domain, int viommu, String smmu, long stream) {
        var event = new EventDropped();
        if (event.shouldCommit()) {
            event.domain = domain;
            event.viommu = viommu;
            event.smmu = smmu;
            event.stream = stream;
            event.commit();
        }
    }
}
