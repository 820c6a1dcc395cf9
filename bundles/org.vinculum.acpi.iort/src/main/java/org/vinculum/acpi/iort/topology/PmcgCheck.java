package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Pmcg;

/// What a PMCG node says about its unit (DEN0049, 3.1.1.7).
final class PmcgCheck {
    private static final long PAGE = 0x1000;

    private final Reading reading;
    private final Iort table;
    private final FrameCheck frames;

    PmcgCheck(Reading reading) {
        this.reading = reading;
        this.table = reading.table();
        this.frames = new FrameCheck(reading);
    }

    void check(Pmcg pmcg) {
        frames.check(pmcg, pmcg.page0(), PAGE, PAGE);
        IortNode counted = table.node(pmcg.nodeReference()).orElse(null);
        if (counted == null || counted == pmcg) {
            reading.warning(
                    "iort-pmcg-node",
                    pmcg,
                    "the node it counts for is said to be at "
                            + Hex.of(pmcg.nodeReference())
                            + ", where "
                            + (counted == null ? "none starts" : "it is itself")
                            + ": its events cannot be attributed to a unit");
        }
        if (pmcg.overflowGsiv() == 0 && pmcg.mappings().count() == 0) {
            reading.warning(
                    "iort-pmcg-interrupt",
                    pmcg,
                    "neither an overflow interrupt is wired nor is there a mapping for MSIs:"
                            + " counters wrap unnoticed");
        }
    }
}
