package org.vinculum.commands.dt;

import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.commands.verb.Verb;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `dt`: the word in front of the device-tree verbs.
public final class DtVerbs implements Verb {
    private final Installed installed;

    public DtVerbs(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "dt",
                        "vinculum dt convert|overlay|diff ...",
                        "vinculum dt convert board.dtb board.dts");
        spec.usageMessage()
                .description(
                        "Converts, overlays and compares device trees.",
                        "No dtc is needed. In every file's place, - is standard input or output.")
                .commandListHeading("%n");
        return spec.addSubcommand("convert", verb("convert").spec())
                .addSubcommand("overlay", verb("overlay").spec())
                .addSubcommand("diff", verb("diff").spec())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        ParseResult inner = given.subcommand();
        if (inner == null) {
            throw new UsageException("dt needs convert, overlay or diff");
        }
        return verb(inner.commandSpec().name()).run(inner, terminal);
    }

    private Verb verb(String name) {
        return switch (name) {
            case "convert" -> new ConvertVerb(installed);
            case "overlay" -> new OverlayVerb(installed);
            case "diff" -> new DiffVerb(installed);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
