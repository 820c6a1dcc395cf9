package org.vinculum.commands.machine;

import java.util.List;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Table;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `vinculum:swap`: another model takes over, and nobody behind it notices.
public final class SwapVerb implements Verb {
    private final SwapPlaces places;

    public SwapVerb(SwapPlaces places) {
        this.places = places;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "vinculum:swap",
                        "vinculum:swap PLACE MODEL",
                        "vinculum:swap smmu0 smmuv3-3.2");
        spec.usageMessage()
                .description(
                        "Puts another model in place of an SMMU while traffic goes on.",
                        "It takes over what its predecessor knows: no command, event, interrupt or"
                            + " transaction is lost. Where it lacks something that is in use, every"
                            + " reason is printed and what stood there goes on. With a domain for"
                            + " PLACE its virtual IOMMUs are swapped.",
                        "What a driver has read of an SMMU counts as in use: models that are to"
                                + " take turns are named before the start, by 'baseline' in"
                                + " DIR/etc/org.vinculum.machine.config.");
        return spec.addPositional(
                        Options.parameter(
                                0,
                                "PLACE",
                                "an SMMU by its path or as smmu0, smmu1, ... in the order of"
                                    + " vinculum:smmus; or a domain, as web or web/0 for the first"
                                    + " of its virtual IOMMUs; behind MACHINE: where there are"
                                    + " several"))
                .addPositional(
                        Options.parameter(
                                1,
                                "MODEL",
                                "the name of a model, or a filter over the properties of those that"
                                    + " are installed, such as"
                                    + " '(&(name=smmuv3-3.2)(vinculum.version>=2))'; of a domain"
                                    + " the type of virtual IOMMU, such as smmuv3"))
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        String place = given.matchedPositionalValue(0, "");
        String model = given.matchedPositionalValue(1, "");
        Table table = new Table("place", "from", "to", "ms waited", "stalled");
        int exit = ExitCode.DONE;
        int done = 0;
        for (SwapPlaces.Swap swap : places.find(place)) {
            try {
                row(swap.to(model), table);
                done++;
            } catch (SwapRefusedException refused) {
                say(refused.reasons(), terminal);
                exit = ExitCode.NO;
            }
        }
        if (done > 0) {
            Page page = terminal.page();
            table.printTo(page);
            terminal.result(page);
        }
        return exit;
    }

    private static void row(SwapReport report, Table table) {
        table.row(
                report.place(),
                report.from(),
                report.to(),
                Milliseconds.of(report.pauseNanos()),
                Integer.toString(report.stalled()));
    }

    private static void say(List<String> reasons, Terminal terminal) {
        reasons.forEach(reason -> terminal.diagnose("refused: " + reason));
    }
}
