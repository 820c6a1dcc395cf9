package org.vinculum.hypervisor.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.vinculum.swap.SwapRecord;

/// Somebody tried to take over from somebody else.
@Name("vinculum.Swap")
@Label("Swap")
@Description("A model or a virtual IOMMU was to be replaced while it was in use")
@Category("Vinculum")
@StackTrace(false)
final class Swap extends Event {
    @Label("Place")
    private String place;

    @Label("From")
    private String from;

    @Label("To")
    private String to;

    @Label("Outcome")
    private String outcome;

    @Label("Reason")
    private String reason;

    @Label("Pause")
    @Description("For how long transactions and commands waited")
    @Timespan
    private long pause;

    private Swap() {}

    static void tried(SwapRecord record) {
        var event = new Swap();
        if (event.shouldCommit()) {
            event.place = record.place();
            event.from = record.from();
            event.to = record.to();
            event.outcome = record.outcome().name();
            event.reason = record.reason();
            event.pause = record.pauseNanos();
            event.commit();
        }
    }
}
