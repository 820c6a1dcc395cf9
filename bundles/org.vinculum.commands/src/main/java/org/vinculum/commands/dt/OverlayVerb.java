package org.vinculum.commands.dt;

import java.util.ArrayList;
import java.util.List;
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
import org.vinculum.devicetree.model.InPlaceOverlays;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.InputFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `dt overlay`: a base tree with overlays applied, all or nothing.
final class OverlayVerb implements Verb {
    private static final String OUT_FORMAT = "-O";
    private static final int LEAST_FILES = 3;

    private final Installed installed;

    OverlayVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "overlay",
                        "vinculum dt overlay [-O FORMAT] [--max-size SIZE] BASE OVERLAY... OUT",
                        "vinculum dt overlay board.dtb camera.dtbo merged.dtb");
        spec.usageMessage()
                .description(
                        "Applies overlays to a device tree.",
                        "In the order given, and the result is written only when all of them fit."
                                + " Source is compiled with its symbols first. A blob that stays a"
                                + " blob has the bytes that fdtoverlay would write.");
        return spec.addPositional(
                        PositionalParamSpec.builder()
                                .index("0..*")
                                .arity(LEAST_FILES + "..*")
                                .type(List.class)
                                .auxiliaryTypes(String.class)
                                .paramLabel("BASE OVERLAY... OUT")
                                .hideParamSyntax(true)
                                .required(true)
                                .description("DTB or DTS files, or - for one of them and for OUT")
                                .build())
                .addOption(
                        Options.value(
                                "FORMAT",
                                "dts, dtb or json; unless given, what the ending of OUT says, dts"
                                        + " for -",
                                OUT_FORMAT))
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        List<String> names = given.matchedPositionalValue(0, List.<String>of());
        if (names.size() < LEAST_FILES) {
            throw new UsageException("overlay takes BASE, at least one OVERLAY, and OUT");
        }
        String out = names.getLast();
        String named = Options.text(given, OUT_FORMAT);
        TreeFormat format =
                named == null ? Formats.ofOutput(out) : Formats.named(OUT_FORMAT, named);
        DeviceTreeCodec codec = installed.best(DeviceTreeCodec.class);
        Inputs inputs = new Inputs(terminal, given);
        InputFile base = inputs.fileOrStandardInput(names.getFirst());
        List<Overlays.Named> overlays = new ArrayList<>();
        for (String name : names.subList(1, names.size() - 1)) {
            overlays.add(tree(inputs.fileOrStandardInput(name), codec));
        }
        Output.write(out, merged(base, overlays, format, codec), inputs, terminal);
        return ExitCode.DONE;
    }

    private byte[] merged(
            InputFile base,
            List<Overlays.Named> overlays,
            TreeFormat format,
            DeviceTreeCodec codec) {
        if (format == TreeFormat.DTB && codec.recognise(base) == TreeFormat.DTB) {
            return installed.best(InPlaceOverlays.class).apply(base, overlays);
        }
        Overlays service = installed.best(Overlays.class);
        DeviceTree merged = service.apply(tree(base, codec), overlays);
        return codec.write(merged, format);
    }

    private static Overlays.Named tree(InputFile file, DeviceTreeCodec codec) {
        return new Overlays.Named(file.name(), codec.readWithSymbols(file, codec.recognise(file)));
    }
}
