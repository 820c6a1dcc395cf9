package org.vinculum.hypervisor.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// Domains come and go.
@Name("vinculum.DomainChange")
@Label("Domain Change")
@Description("A domain was created, destroyed, saved or restored")
@Category("Vinculum")
@StackTrace(false)
public final class DomainChange extends Event {
    @Label("Domain")
    private String domain;

    @Label("Change")
    private String change;

    private DomainChange() {}

    public static void created(String domain) {
        record(domain, "created");
    }

    public static void destroyed(String domain) {
        record(domain, "destroyed");
    }

    public static void saved(String domain) {
        record(domain, "saved");
    }

    public static void restored(String domain) {
        record(domain, "restored");
    }

    private static void record(String domain, String change) {
        var event = new DomainChange();
        if (event.shouldCommit()) {
            event.domain = domain;
            event.change = change;
            event.commit();
        }
    }
}
