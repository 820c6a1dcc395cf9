package org.vinculum.commands.machine;

import java.util.List;
import java.util.function.ToLongFunction;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Table;
import org.vinculum.domain.GuestTraffic;

/// What went through the virtual IOMMUs of one domain: a line for each counter, a column for each virtual IOMMU.
final class TrafficTable {
    private final List<GuestTraffic> traffic;
    private final Table table;

    private TrafficTable(List<GuestTraffic> traffic) {
        this.traffic = traffic;
        String[] headings = new String[traffic.size() + 1];
        headings[0] = "counter";
        for (int i = 0; i < traffic.size(); i++) {
            headings[i + 1] = "viommu " + i;
        }
        table = new Table(headings);
    }

    static void print(List<GuestTraffic> traffic, Page page) {
        TrafficTable rows = new TrafficTable(traffic);
        rows.row("commands", GuestTraffic::commands);
        rows.row("syncs", GuestTraffic::syncs);
        rows.row("host commands", GuestTraffic::hostCommands);
        rows.row("command errors", GuestTraffic::commandErrors);
        rows.row("register reads", GuestTraffic::registerReads);
        rows.row("register writes", GuestTraffic::registerWrites);
        rows.row("budget exhausted", GuestTraffic::exhausted);
        rows.row("host commands waited", GuestTraffic::waited);
        rows.row("nanoseconds waited", GuestTraffic::waitNanos);
        rows.row("events", GuestTraffic::events);
        rows.row("events dropped", GuestTraffic::eventsDropped);
        rows.row("waiting", GuestTraffic::waiting);
        rows.row("stalled", GuestTraffic::stalled);
        rows.table.printTo(page);
    }

    private void row(String name, ToLongFunction<GuestTraffic> counter) {
        String[] cells = new String[traffic.size() + 1];
        cells[0] = name;
        for (int i = 0; i < traffic.size(); i++) {
            cells[i + 1] = Long.toString(counter.applyAsLong(traffic.get(i)));
        }
        table.row(cells);
    }
}
