package org.vinculum.hypervisor.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A register write used up the budget or the share.
@Name("vinculum.BudgetExhausted")
@Label("Budget Exhausted")
@Description("A register write left work to the scheduler")
@Category("Vinculum")
@StackTrace(false)
public final class BudgetExhausted extends Event {
    @Label("Domain")
    private String domain;

    @Label("Virtual IOMMU")
    private int viommu;

    private BudgetExhausted() {}

    /// @param viommu its place among those of the domain
    public static void left(String domain, int viommu) {
        var event = new BudgetExhausted();
        if (event.shouldCommit()) {
            event.domain = domain;
            event.viommu = viommu;
            event.commit();
        }
    }
}
