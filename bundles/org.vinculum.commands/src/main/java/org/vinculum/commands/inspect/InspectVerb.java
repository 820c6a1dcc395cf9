package org.vinculum.commands.inspect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.vinculum.commands.check.Tally;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.files.WholeFiles;
import org.vinculum.commands.print.JsonDocument;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareFormat;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.PlatformDrawing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `inspect`: shows which device reaches memory through which IOMMU, under which IDs.
public final class InspectVerb implements Verb {
    private static final String SVG = "--svg";

    private final Installed installed;

    public InspectVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "inspect",
                        "vinculum inspect [--svg FILE] [--json] [--max-size SIZE] FIRMWARE",
                        "vinculum inspect --svg board.svg board.dtb");
        spec.usageMessage()
                .description(
                        "Shows the IOMMUs of a machine and every device behind them.",
                        "Each IOMMU with its masters and all their stream IDs, PCI host bridges"
                                + " with their maps, and the streams that devices share.");
        return spec.addPositional(Options.firmware())
                .addOption(
                        Options.value("FILE", "draw the topology into FILE as well, as SVG", SVG))
                .addOption(Options.json())
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        Inputs inputs = new Inputs(terminal, given);
        InputFile file = inputs.firmware(given.matchedPositionalValue(0, ""), installed);
        FirmwareReader reader = FirmwareFormat.readerFor(file, installed.all(FirmwareReader.class));
        Firmware firmware = reader.read(file);
        String svg = Options.text(given, SVG);
        if (svg != null) {
            draw(firmware, file, inputs, inputs.path(svg));
        }
        if (Options.isSet(given, Options.JSON)) {
            terminal.result(
                    JsonDocument.of(new TopologyJson(file.name(), firmware.platform())::writeTo));
        } else {
            Page page = terminal.page();
            new TopologyPage(page, file.name(), firmware.platform()).print();
            terminal.result(page);
        }
        pointToCheck(firmware.findings(), file, terminal);
        return ExitCode.DONE;
    }

    private void draw(Firmware firmware, InputFile file, Inputs inputs, Path target) {
        WholeFiles.refuseInputs(target, inputs);
        PlatformDrawing drawing = installed.best(PlatformDrawing.class);
        String svg = drawing.svg(firmware.platform(), title(file));
        WholeFiles.write(target, svg.getBytes(StandardCharsets.UTF_8));
    }

    // Without the folders, so that the picture of a file is the same wherever it lies.
    private static String title(InputFile file) {
        return Path.of(file.name()).getFileName().toString();
    }

    private static void pointToCheck(List<Finding> findings, InputFile file, Terminal terminal) {
        if (!findings.isEmpty()) {
            terminal.diagnose(
                    "reading it gave "
                            + Tally.count(findings)
                            + "; details: vinculum check "
                            + file.name());
        }
    }
}
