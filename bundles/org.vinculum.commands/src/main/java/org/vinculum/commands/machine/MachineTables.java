package org.vinculum.commands.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Table;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;

/// Machines in operation for people: what is on them, and what goes through them.
///
/// @param machines by name, in the order they are shown in
public record MachineTables(Map<String, Machine> machines) {
    private static final String NONE = "no machine is in operation";

    /// Every domain with its memory and what its virtual IOMMUs did, together.
    public void domains(Page page) {
        Table table =
                new Table(
                        "machine",
                        "domain",
                        "RAM",
                        "viommus",
                        "commands",
                        "host commands",
                        "events",
                        "waiting");
        machines.forEach((name, machine) -> machine.domains().forEach(d -> domain(name, d, table)));
        print(table, page);
    }

    private static void domain(String machine, Domain domain, Table table) {
        List<GuestTraffic> traffic = domain.traffic();
        table.row(
                machine,
                domain.name(),
                ram(domain),
                Integer.toString(traffic.size()),
                text(traffic.stream().mapToLong(GuestTraffic::commands).sum()),
                text(traffic.stream().mapToLong(GuestTraffic::hostCommands).sum()),
                text(traffic.stream().mapToLong(GuestTraffic::events).sum()),
                text(traffic.stream().mapToLong(GuestTraffic::waiting).sum()));
    }

    private static String ram(Domain domain) {
        long bytes = 0;
        for (Domain.Mapping mapping : domain.mappings()) {
            bytes += mapping.ram() ? mapping.guest().size() : 0;
        }
        return (bytes >> 20) + " MiB";
    }

    /// Every physical SMMU: which model stands there, then its counters.
    public void smmus(Page page) {
        Table models = SwapTables.models();
        machines.forEach((name, machine) -> SwapTables.models(name, machine, models));
        if (!machines.isEmpty()) {
            models.printTo(page);
            page.line();
        }
        counters(page);
    }

    /// The latest attempts to swap, oldest first.
    public void swaps(Page page) {
        Table table = SwapTables.swaps();
        machines.forEach((name, machine) -> SwapTables.swaps(name, machine, table));
        print(table, page);
    }

    private void counters(Page page) {
        Table table =
                new Table(
                        "machine",
                        "SMMU",
                        "commands",
                        "syncs",
                        "errors",
                        "sync timeouts",
                        "events",
                        "unclaimed",
                        "overflows",
                        "translations",
                        "hits",
                        "waiting");
        machines.forEach(
                (name, machine) -> machine.hostTraffic().forEach(t -> smmu(name, t, table)));
        print(table, page);
    }

    private static void smmu(String machine, HostTraffic traffic, Table table) {
        table.row(
                machine,
                traffic.path(),
                text(traffic.commands()),
                text(traffic.syncs()),
                text(traffic.commandErrors()),
                text(traffic.syncTimeouts()),
                text(traffic.events()),
                text(traffic.eventsUnclaimed()),
                text(traffic.overflows()),
                text(traffic.translations()),
                text(traffic.translationHits()),
                text(traffic.waiting()));
    }

    /// Every counter of the virtual IOMMUs of one domain, side by side; false when there is no such domain.
    public boolean traffic(String domain, Page page) {
        boolean found = false;
        for (Map.Entry<String, Machine> machine : machines.entrySet()) {
            Optional<Domain> there = machine.getValue().domain(domain);
            if (there.isPresent()) {
                page.text(machine.getKey()).text(" ").text(domain).line();
                TrafficTable.print(there.get().traffic(), page);
                found = true;
            }
        }
        return found;
    }

    private void print(Table table, Page page) {
        if (machines.isEmpty()) {
            page.text(NONE).line();
        } else {
            table.printTo(page);
        }
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
