package org.vinculum.commands.bind;

import java.nio.file.Path;
import java.util.Optional;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.OutputFile;
import org.vinculum.binding.Refusal;
import org.vinculum.commands.check.Findings;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.files.WholeFiles;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import org.vinculum.firmware.InputFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `bind`: the main job, from the host's description and a guest's configuration to the guest's description.
public final class BindVerb implements Verb {
    private static final String HOST = "--host";
    private static final String CONFIG = "--config";
    private static final String PARTIAL = "--partial";
    private static final String PREVIOUS = "--previous";
    private static final String OUT = "--out";

    private final Installed installed;

    public BindVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "bind",
                        "vinculum bind --host FIRMWARE --config FILE --out DIR\n"
                                + "                     [--partial PART] [--previous FILE] [--json]"
                                + " [--max-size SIZE]",
                        "vinculum bind --host board.dtb --config guest.cfg --partial part.dts --out"
                                + " guest1");
        spec.usageMessage()
                .description(
                        "Binds passthrough devices to a guest's virtual SMMU.",
                        "Gives every stream of the assigned devices its ID behind the virtual SMMU"
                            + " and writes the guest's description with the IDs filled in; the same"
                            + " inputs give the same bytes. Exit code 1 when the assignment is"
                            + " refused: every reason is printed and nothing is written.");
        return spec.addOption(
                        Options.required(
                                "FIRMWARE",
                                "the machine: a DTB, a DTS, an IORT, or a folder",
                                HOST))
                .addOption(Options.required("FILE", "the guest, in the syntax of xl.cfg", CONFIG))
                .addOption(
                        Options.value(
                                "PART",
                                "the partial device tree with /passthrough, a DTS or a DTB; unless"
                                    + " given, the one that device_tree names in the configuration",
                                PARTIAL))
                .addOption(
                        Options.value(
                                "FILE",
                                "binding.json of an earlier run, whose IDs are kept; may lie in"
                                        + " DIR",
                                PREVIOUS))
                .addOption(
                        Options.required(
                                "DIR",
                                "where guest.dts, guest.dtb, binding.json and their companions go",
                                OUT))
                .addOption(Options.json())
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        boolean asJson = Options.isSet(given, Options.JSON);
        Inputs inputs = new Inputs(terminal, given);
        Path folder = inputs.path(Options.text(given, OUT));
        GuestBinder binder = installed.best(GuestBinder.class);
        Optional<InputFile> previous = optional(given, PREVIOUS, new Inputs(terminal, given));
        GuestBinder.Request request =
                new GuestBinder.Request(
                        inputs.firmware(Options.text(given, HOST), installed),
                        inputs.file(Options.text(given, CONFIG)),
                        optional(given, PARTIAL, inputs),
                        previous);
        GuestBinder.Result result;
        try {
            result = binder.bind(request);
        } catch (BindingRefusedException refused) {
            return refuse(refused, asJson, terminal);
        }
        if (request.partial().isEmpty()) {
            binder.filesNamedBy(request.config()).forEach(inputs::keep);
        }
        for (OutputFile file : result.files()) {
            WholeFiles.refuseInputs(folder.resolve(file.name()), inputs);
        }
        WholeFiles.write(folder, result.files());
        report(result, folder, asJson, terminal);
        return ExitCode.DONE;
    }

    private static Optional<InputFile> optional(ParseResult given, String option, Inputs inputs) {
        return Optional.ofNullable(Options.text(given, option)).map(inputs::file);
    }

    private static int refuse(BindingRefusedException refused, boolean asJson, Terminal terminal) {
        refused.notes().forEach(note -> terminal.diagnose(Findings.line(note)));
        for (Refusal refusal : refused.refusals()) {
            terminal.diagnose(
                    "refused " + refusal.code() + " " + refusal.place() + ": " + refusal.message());
        }
        if (asJson) {
            terminal.result(BindJson.of(refused));
        }
        return ExitCode.NO;
    }

    private static void report(
            GuestBinder.Result result, Path folder, boolean asJson, Terminal terminal) {
        result.notes().forEach(note -> terminal.diagnose(Findings.line(note)));
        if (asJson) {
            terminal.result(BindJson.of(result, folder));
        } else {
            terminal.result(BindPage.of(result, folder, terminal.page()));
        }
    }
}
