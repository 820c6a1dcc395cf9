package org.vinculum.commands.iort;

import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.commands.verb.Verb;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `iort`: the word in front of the verbs for IO remapping tables.
public final class IortVerbs implements Verb {
    private final Installed installed;

    public IortVerbs(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "iort", "vinculum iort decode|encode ...", "vinculum iort decode iort.dat");
        spec.usageMessage()
                .description(
                        "Turns ACPI IO remapping tables into JSON and back.",
                        "No iasl is needed. In every file's place, - is standard input or output.")
                .commandListHeading("%n");
        return spec.addSubcommand("decode", verb("decode").spec())
                .addSubcommand("encode", verb("encode").spec())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        ParseResult inner = given.subcommand();
        if (inner == null) {
            throw new UsageException("iort needs decode or encode");
        }
        return verb(inner.commandSpec().name()).run(inner, terminal);
    }

    private Verb verb(String name) {
        return switch (name) {
            case "decode" -> new DecodeVerb(installed);
            case "encode" -> new EncodeVerb(installed);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
