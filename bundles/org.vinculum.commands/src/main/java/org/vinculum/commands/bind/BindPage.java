package org.vinculum.commands.bind;

import java.nio.file.Path;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.OutputFile;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Table;

/// The printed answer to `bind`: one row for each stream of each device, and what was written.
final class BindPage {
    private BindPage() {}

    static Page of(GuestBinder.Result result, Path folder, Page page) {
        Table table =
                new Table("guest node", "host device", "physical IOMMU", "pSID", "vSID", "why");
        for (GuestBinder.Row row : result.rows()) {
            table.row(
                    row.guestNode(),
                    row.hostDevice(),
                    row.iommu(),
                    row.psid(),
                    row.vsid(),
                    row.why());
        }
        table.printTo(page);
        page.line().text("written to ").text(folder.toString()).text(":");
        for (OutputFile file : result.files()) {
            page.text(" ").text(file.name());
        }
        return page.line();
    }
}
