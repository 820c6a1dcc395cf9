package org.vinculum.commands.iort;

import org.vinculum.acpi.model.IortCodec;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import org.vinculum.firmware.InputFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `iort decode`: a table as JSON.
final class DecodeVerb implements Verb {
    private final Installed installed;

    DecodeVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "decode",
                        "vinculum iort decode [--max-size SIZE] TABLE",
                        "vinculum iort decode iort.dat");
        spec.usageMessage()
                .description(
                        "Prints an IORT as JSON.",
                        "Everything that the table says, by name, and of its layout what is out of"
                                + " the ordinary: encode makes the same bytes of it. What is wrong"
                                + " in a table is for check to say. docs/iort.schema.json explains"
                                + " every member.");
        return spec.addPositional(Options.parameter(0, "TABLE", "an IORT of any revision, or -"))
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        Inputs inputs = new Inputs(terminal, given);
        IortCodec codec = installed.best(IortCodec.class);
        InputFile file = inputs.fileOrStandardInput(given.matchedPositionalValue(0, ""));
        terminal.result(codec.writeJson(codec.read(file)));
        return ExitCode.DONE;
    }
}
