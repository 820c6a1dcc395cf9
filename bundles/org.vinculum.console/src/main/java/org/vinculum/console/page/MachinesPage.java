package org.vinculum.console.page;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.swap.SwapRecord;

/// Machines with their SMMUs, domains and swaps, and a form to swap a model.
///
/// @param machines in the order of their services
/// @param models that can be named in the form
/// @param token which a form has to bring back
public record MachinesPage(List<ShownMachine> machines, List<String> models, String token) {
    private static final double NANOSECONDS_PER_MICROSECOND = 1e3;

    /// @param news what became of the last form, empty for none
    public void writeTo(PrintWriter out, String news) {
        Html html = new Html(out);
        if (!news.isEmpty()) {
            html.markup("<p class=\"statline ui-state-highlight\">").text(news).markup("</p>\n");
        }
        html.markup("<datalist id=\"vinculum-models\">");
        models.forEach(m -> html.markup("<option value=\"").text(m).markup("\"></option>"));
        html.markup("</datalist>\n");
        if (machines.isEmpty()) {
            html.markup("<p>").text("No machine is in operation.").markup("</p>\n");
        }
        machines.forEach(machine -> write(machine, html));
    }

    /// A machine may end at any moment; half of one is not shown.
    private void write(ShownMachine shown, Html html) {
        html.markup("<h2>").text(shown.name()).markup("</h2>\n");
        StringWriter whole = new StringWriter();
        try {
            Html parts = new Html(new PrintWriter(whole, true));
            smmus(shown, parts);
            domains(shown.machine(), parts);
            swaps(shown.machine().swaps(), parts);
            html.markup(whole.toString());
        } catch (IllegalStateException e) {
            html.markup("<p>").text("It has just ended.").markup("</p>\n");
        }
    }

    private void smmus(ShownMachine shown, Html html) {
        List<ModelInPlace> places = shown.machine().models();
        html.heading("SMMUs")
                .tableOf(
                        "SMMU",
                        "commands",
                        "translations",
                        "model",
                        "version",
                        "chosen",
                        "state",
                        "swaps",
                        "swap to");
        for (HostTraffic counts : shown.machine().hostTraffic()) {
            html.markup("<tr>")
                    .cell(counts.path())
                    .cell(counts.commands())
                    .cell(counts.translations());
            for (ModelInPlace place : places) {
                if (place.smmu().equals(counts.path())) {
                    model(shown.id(), place, html);
                }
            }
            html.markup("</tr>\n");
        }
        html.endTable();
    }

    private void model(long machine, ModelInPlace place, Html html) {
        html.cell(place.model())
                .cell(place.version())
                .cell(place.choice())
                .cell(place.vacant() ? "vacant" : "in place")
                .cell(place.swaps())
                .markup("<td>");
        form(machine, place.smmu(), html);
        html.markup("</td>");
    }

    private void form(long machine, String smmu, Html html) {
        html.markup("<form method=\"post\">");
        hidden("token", token, html);
        hidden("machine", machine, html);
        hidden("smmu", smmu, html);
        html.markup("<input name=\"model\" list=\"vinculum-models\" size=\"18\" maxlength=\"256\">")
                .markup("<input type=\"submit\" value=\"swap\"></form>");
    }

    private static void hidden(String name, Object value, Html html) {
        html.markup("<input type=\"hidden\" name=\"" + name + "\" value=\"")
                .text(value)
                .markup("\">");
    }

    private static void domains(Machine machine, Html html) {
        html.heading("Domains")
                .tableOf(
                        "domain", "virtual SMMU", "commands", "host commands", "events", "stalled");
        for (Domain domain : machine.domains()) {
            int viommu = 0;
            for (GuestTraffic counts : domain.traffic()) {
                html.row(
                        domain.name(),
                        viommu++,
                        counts.commands(),
                        counts.hostCommands(),
                        counts.events(),
                        counts.stalled());
            }
            if (viommu == 0) {
                html.row(domain.name(), "none", "", "", "", "");
            }
        }
        html.endTable();
    }

    private static void swaps(List<SwapRecord> swaps, Html html) {
        html.heading("Swaps")
                .tableOf("number", "place", "from", "to", "outcome", "pause", "reason");
        for (SwapRecord swap : swaps.reversed()) {
            html.row(
                    swap.number(),
                    swap.place(),
                    swap.from(),
                    swap.to(),
                    swap.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    pause(swap.pauseNanos()),
                    swap.reason());
        }
        html.endTable();
    }

    private static String pause(long nanos) {
        return nanos == 0 ? "" : Math.round(nanos / NANOSECONDS_PER_MICROSECOND) + " µs";
    }
}
