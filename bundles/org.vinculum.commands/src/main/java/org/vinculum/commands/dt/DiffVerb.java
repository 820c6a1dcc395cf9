package org.vinculum.commands.dt;

import java.util.List;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Plural;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Difference;
import org.vinculum.devicetree.model.TreeDiff;
import org.vinculum.firmware.InputFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `dt diff`: what would have to change to make one tree another, whatever formats they are in.
final class DiffVerb implements Verb {
    private final Installed installed;

    DiffVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "diff",
                        "vinculum dt diff [--json] [--max-size SIZE] A B",
                        "vinculum dt diff board.dtb merged.dtb");
        spec.usageMessage()
                .description(
                        "Says how two device trees differ.",
                        "Node by node, what B has (+), lacks (-) or has otherwise (~) than A. The"
                            + " order of properties and nodes does not matter. Exit code 1 when the"
                            + " trees differ.");
        return spec.addPositional(Options.parameter(0, "A", "a DTB or DTS, or -"))
                .addPositional(Options.parameter(1, "B", "a DTB or DTS, or -"))
                .addOption(Options.json())
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        DeviceTreeCodec codec = installed.best(DeviceTreeCodec.class);
        TreeDiff diff = installed.best(TreeDiff.class);
        Inputs inputs = new Inputs(terminal, given);
        InputFile before = inputs.fileOrStandardInput(given.matchedPositionalValue(0, ""));
        InputFile after = inputs.fileOrStandardInput(given.matchedPositionalValue(1, ""));
        List<Difference> differences = diff.compare(codec.read(before), codec.read(after));
        if (Options.isSet(given, Options.JSON)) {
            terminal.result(DiffJson.of(before.name(), after.name(), differences));
        } else {
            Page page = terminal.page();
            differences.forEach(new DiffPage(page)::print);
            page.text(Plural.of(differences.size(), "difference")).line();
            terminal.result(page);
        }
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }
}
