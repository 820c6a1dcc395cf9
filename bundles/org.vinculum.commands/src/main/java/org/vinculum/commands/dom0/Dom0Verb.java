package org.vinculum.commands.dom0;

import java.nio.file.Path;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.commands.check.Findings;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.files.WholeFiles;
import org.vinculum.commands.print.JsonDocument;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Table;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareFormat;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `dom0`: writes the description that the control domain gets, and states what stands for what in it.
public final class Dom0Verb implements Verb {
    private static final String HOST = "--host";
    private static final String OUT = "--out";

    private final Installed installed;

    public Dom0Verb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "dom0",
                        "vinculum dom0 --host FIRMWARE --out FILE [--json] [--max-size SIZE]",
                        "vinculum dom0 --host board.dtb --out dom0.dtb");
        spec.usageMessage()
                .description(
                        "Writes the description dom0 gets.",
                        "One virtual SMMU stands in the place of each physical one, with its"
                            + " phandle and base address, and everything that refers to it stays as"
                            + " it is; an IORT is handed over byte for byte. Prints what stands for"
                            + " what and what was left out.");
        return spec.addOption(
                        Options.required(
                                "FIRMWARE",
                                "the machine: a DTB, a DTS, an IORT, or a folder",
                                HOST))
                .addOption(
                        Options.required("FILE", "where it goes, in the format of the host's", OUT))
                .addOption(Options.json())
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        Inputs inputs = new Inputs(terminal, given);
        InputFile host = inputs.firmware(Options.text(given, HOST), installed);
        Path target = inputs.path(Options.text(given, OUT));
        WholeFiles.refuseInputs(target, inputs);
        Dom0Describer.Result result = describer(host).describe(host);
        WholeFiles.write(target, result.file().content());
        report(result, target, Options.isSet(given, Options.JSON), terminal);
        return ExitCode.DONE;
    }

    private Dom0Describer describer(InputFile host) {
        String format =
                FirmwareFormat.readerFor(host, installed.all(FirmwareReader.class)).format();
        installed.best(Dom0Describer.class);
        for (Dom0Describer describer : installed.all(Dom0Describer.class)) {
            if (describer.format().equals(format)) {
                return describer;
            }
        }
        throw UnreadableInputException.because(
                host.name(), "no installed bundle makes dom0's description from '" + format + "'");
    }

    private static void report(
            Dom0Describer.Result result, Path target, boolean asJson, Terminal terminal) {
        int size = result.file().content().length;
        if (asJson) {
            terminal.result(
                    JsonDocument.of(json -> {
                        json.writeStringField("file", target.toString());
                        json.writeNumberField("bytes", size);
                        Findings.write("notes", result.notes(), json);
                    }));
            return;
        }
        Page page = terminal.page();
        if (!result.notes().isEmpty()) {
            Table table = new Table("place", "code", "in dom0");
            for (Finding note : result.notes()) {
                table.row(note.place(), note.code(), note.message());
            }
            table.printTo(page);
            page.line();
        }
        page.text("written: ").text(target.toString()).line();
        terminal.result(page);
    }
}
