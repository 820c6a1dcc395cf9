package org.vinculum.commands.inspect;

import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Style;
import org.vinculum.firmware.ReservedRegion;

/// One region of memory that streams use from before the start, as text.
final class ReservedSection {
    private final Page page;

    ReservedSection(Page page) {
        this.page = page;
    }

    void print(ReservedRegion region) {
        page.text("  ").styled(Style.NAME, region.path()).text("  ");
        page.text(Numbers.range(region.range())).text(", ").text(region.attributes());
        page.text(region.privileged() ? ", privileged" : "");
        page.text(region.remappable() ? ", may be moved" : "").line();
        if (region.streams().isEmpty()) {
            page.text("    used by no stream").line();
        }
        for (StreamRun run : StreamRun.of(region.streams())) {
            page.text("    used by ").text(Numbers.run(run.first(), run.length()));
            page.text(" of ").text(run.iommu()).line();
        }
    }
}
