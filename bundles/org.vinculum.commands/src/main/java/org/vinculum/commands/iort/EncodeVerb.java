package org.vinculum.commands.iort;

import org.vinculum.acpi.model.IortCodec;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.files.Output;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import org.vinculum.firmware.InputFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `iort encode`: a table from JSON.
final class EncodeVerb implements Verb {
    private final Installed installed;

    EncodeVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "encode",
                        "vinculum iort encode [--max-size SIZE] JSON OUT",
                        "vinculum iort encode iort.json iort.dat");
        spec.usageMessage()
                .description(
                        "Writes an IORT from its JSON.",
                        "What decode printed gives the bytes of the table it was printed from. In"
                                + " JSON written by hand only the meaning is needed: offsets,"
                                + " lengths, counts and the checksum are found, and references are"
                                + " labels.");
        return spec.addPositional(
                        Options.parameter(0, "JSON", "as docs/iort.schema.json has it, or -"))
                .addPositional(Options.parameter(1, "OUT", "the table to write, or -"))
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        Inputs inputs = new Inputs(terminal, given);
        IortCodec codec = installed.best(IortCodec.class);
        InputFile file = inputs.fileOrStandardInput(given.matchedPositionalValue(0, ""));
        byte[] table = codec.write(codec.readJson(file));
        Output.write(given.matchedPositionalValue(1, ""), table, inputs, terminal);
        return ExitCode.DONE;
    }
}
