package org.vinculum.commands.check;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.print.JsonDocument;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.FirmwareFormat;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `check`: says what is wrong in a description before a kernel trips over it.
public final class CheckVerb implements Verb {
    private final Installed installed;

    public CheckVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "check",
                        "vinculum check [--json] [--max-size SIZE] FIRMWARE",
                        "vinculum check board.dtb");
        spec.usageMessage()
                .description(
                        "Says what is wrong in a device tree or an IORT.",
                        "One line for each finding: severity, code, place, and what will happen"
                            + " because of it. The codes are stable and explained in"
                            + " docs/findings.md. Exit code 1 when there is an error or a warning,"
                            + " 0 when there are only notes or nothing.");
        return spec.addPositional(Options.firmware())
                .addOption(Options.json())
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        InputFile file =
                new Inputs(terminal, given)
                        .firmware(given.matchedPositionalValue(0, ""), installed);
        FirmwareReader reader = FirmwareFormat.readerFor(file, installed.all(FirmwareReader.class));
        List<Finding> findings = findings(reader.read(file));
        Tally tally = Tally.count(findings);
        if (Options.isSet(given, Options.JSON)) {
            terminal.result(
                    JsonDocument.of(json -> write(file, reader.format(), findings, tally, json)));
        } else {
            Page page = terminal.page();
            Findings.print(findings, page);
            page.text(file.name()).text(": ").text(tally.toString()).line();
            terminal.result(page);
        }
        return tally.isBad() ? ExitCode.NO : ExitCode.DONE;
    }

    private List<Finding> findings(Firmware firmware) {
        Set<Finding> found = new LinkedHashSet<>(firmware.findings());
        installed.best(FirmwareCheck.class);
        for (FirmwareCheck check : installed.all(FirmwareCheck.class)) {
            found.addAll(check.check(firmware.platform()));
        }
        List<Finding> ordered = new ArrayList<>(found);
        ordered.sort(Finding.REPORT_ORDER);
        return ordered;
    }

    private static void write(
            InputFile file,
            String firmware,
            List<Finding> findings,
            Tally tally,
            JsonGenerator json)
            throws IOException {
        json.writeStringField("file", file.name());
        json.writeStringField("firmware", firmware);
        json.writeNumberField("errors", tally.errors());
        json.writeNumberField("warnings", tally.warnings());
        json.writeNumberField("notes", tally.notes());
        Findings.write("findings", findings, json);
    }
}
