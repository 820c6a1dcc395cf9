package org.vinculum.commands.dt;

import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.files.Output;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.commands.verb.Verb;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.devicetree.model.WriteOptions;
import org.vinculum.firmware.InputFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `dt convert`: the same tree in another format.
final class ConvertVerb implements Verb {
    private static final String IN_FORMAT = "-I";
    private static final String OUT_FORMAT = "-O";
    private static final String LOSSLESS = "--lossless";
    private static final String SYMBOLS = "-@";
    private static final String PAD = "-p";
    private static final int MOST_PADDING = 1 << 24;

    private final Installed installed;

    ConvertVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "convert",
                        "vinculum dt convert [-I FORMAT] [-O FORMAT] [-@] [-p N] [--lossless]"
                                + " [--max-size SIZE] IN OUT",
                        "vinculum dt convert board.dtb board.dts");
        spec.usageMessage()
                .description(
                        "Writes a device tree in another format.",
                        "A blob has the bytes that dtc would write.");
        return spec.addPositional(Options.parameter(0, "IN", "a DTB, DTS or JSON file, or -"))
                .addPositional(Options.parameter(1, "OUT", "the file to write, or -"))
                .addOption(
                        Options.value("FORMAT", "format of IN; recognised unless given", IN_FORMAT))
                .addOption(
                        Options.value(
                                "FORMAT",
                                "dts, dtb or json; unless given, what the ending of OUT says, dts"
                                        + " for -",
                                OUT_FORMAT))
                .addOption(
                        Options.flag(
                                "write __symbols__ for the labels of a source, as overlays need",
                                SYMBOLS))
                .addOption(Options.value("N", "bytes of padding at the end of a blob", PAD))
                .addOption(
                        Options.flag(
                                "blob to blob with every byte kept: string order, gaps, NOPs, tail",
                                LOSSLESS))
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        String out = given.matchedPositionalValue(1, "");
        TreeFormat outFormat = outFormat(given, out);
        WriteOptions options = new WriteOptions(padding(given));
        Inputs inputs = new Inputs(terminal, given);
        DeviceTreeCodec codec = installed.best(DeviceTreeCodec.class);
        InputFile file = inputs.fileOrStandardInput(given.matchedPositionalValue(0, ""));
        String named = Options.text(given, IN_FORMAT);
        TreeFormat inFormat =
                named == null ? codec.recognise(file) : Formats.named(IN_FORMAT, named);
        byte[] content;
        if (Options.isSet(given, LOSSLESS)) {
            refuseLossless(inFormat, outFormat, options, given);
            content = codec.rewrite(file);
        } else {
            DeviceTree tree =
                    Options.isSet(given, SYMBOLS)
                            ? codec.readWithSymbols(file, inFormat)
                            : codec.read(file, inFormat);
            content = codec.write(tree, outFormat, options);
        }
        Output.write(out, content, inputs, terminal);
        return ExitCode.DONE;
    }

    private static TreeFormat outFormat(ParseResult given, String out) {
        String named = Options.text(given, OUT_FORMAT);
        if (named != null) {
            return Formats.named(OUT_FORMAT, named);
        }
        return Options.isSet(given, LOSSLESS) ? TreeFormat.DTB : Formats.ofOutput(out);
    }

    private static int padding(ParseResult given) {
        String text = Options.text(given, PAD);
        if (text == null) {
            return 0;
        }
        try {
            int pad = Integer.decode(text);
            if (pad >= 0 && pad <= MOST_PADDING) {
                return pad;
            }
        } catch (NumberFormatException e) {
            throw notPadding(text);
        }
        throw notPadding(text);
    }

    private static UsageException notPadding(String text) {
        return new UsageException(
                "-p takes a number from 0 to " + MOST_PADDING + ", not '" + text + "'");
    }

    private static void refuseLossless(
            TreeFormat in, TreeFormat out, WriteOptions options, ParseResult given) {
        if (in != TreeFormat.DTB || out != TreeFormat.DTB) {
            throw new UsageException("--lossless is for a blob that stays a blob (dtb to dtb)");
        }
        if (!options.equals(WriteOptions.DEFAULT) || Options.isSet(given, SYMBOLS)) {
            throw new UsageException("--lossless keeps every byte, so it cannot go with -@ or -p");
        }
    }
}
