package org.vinculum.commands.linux;

import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Style;
import org.vinculum.commands.print.Table;
import org.vinculum.live.Count;
import org.vinculum.live.LiveReport;

/// What became of a live guest, for people: the panel of counters, then the verdict.
final class ReportPage {
    private ReportPage() {}

    static void print(LiveReport report, Page page) {
        if (!report.counts().isEmpty()) {
            panel(report, page);
            page.line();
        }
        if (report.passed().isEmpty()) {
            page.styled(Style.BAD, "no verdict").text(": ").text(report.verdict()).line();
        } else {
            Style style = report.passed().get() ? Style.GOOD : Style.BAD;
            page.styled(style, report.verdict()).line();
        }
    }

    private static void panel(LiveReport report, Page page) {
        int widest = 0;
        for (Count count : report.counts()) {
            widest = Math.max(widest, Long.toString(count.value()).length());
        }
        Table table = new Table("counted", "number");
        for (Count count : report.counts()) {
            String value = Long.toString(count.value());
            table.row(count.what(), " ".repeat(widest - value.length()) + value);
        }
        table.printTo(page);
    }
}
