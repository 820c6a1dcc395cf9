package org.vinculum.commands.vendor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.files.WholeFolder;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `new-bundle`: makes a vendor's bundle that builds and runs, to be changed into what the vendor has.
public final class NewBundleVerb implements Verb {
    private static final String PACKAGE = "--package";
    private static final String OUT = "--out";

    private final Path distribution;

    /// @param distribution the folder of the distribution
    public NewBundleVerb(Path distribution) {
        this.distribution = distribution;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "new-bundle",
                        "vinculum new-bundle [--package PACKAGE] [--out DIR] NAME",
                        "vinculum new-bundle com.acme.smmu");
        spec.usageMessage()
                .description(
                        "Makes a vendor's bundle that builds with plain Maven, anywhere.",
                        "It adds a variant of the SMMUv3 with a register, a command, an erratum and"
                            + " a finding of its own, and is there to be changed. The folder has"
                            + " everything of ours that a build needs, as a small Maven repository,"
                            + " and its README says the rest. It is written whole or not at all.");
        return spec.addPositional(
                        Options.parameter(
                                0, "NAME", "the bundle's symbolic name, such as com.acme.smmu"))
                .addOption(
                        Options.value(
                                "PACKAGE",
                                "the package of its Java code, NAME unless given",
                                PACKAGE))
                .addOption(
                        Options.value(
                                "DIR",
                                "the folder to make, or an empty one to fill; NAME unless given",
                                OUT))
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        String name = given.matchedPositionalValue(0, "");
        BundleName bundle = BundleName.of(name, Optional.ofNullable(Options.text(given, PACKAGE)));
        String out = Optional.ofNullable(Options.text(given, OUT)).orElse(name);
        Path folder = new Inputs(terminal, given).path(out);
        List<NewFile> files = new VendorKit(distribution).files(bundle);
        WholeFolder.fill(folder, byPath(files));
        report(bundle, out, terminal);
        return ExitCode.DONE;
    }

    private static Map<String, byte[]> byPath(List<NewFile> files) {
        Map<String, byte[]> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file.content()));
        return byPath;
    }

    private static void report(BundleName bundle, String out, Terminal terminal) {
        Page page = terminal.page();
        page.text("written to ").text(out).text("; README.md says what is in it").line().line();
        page.text("  cd ").text(out).line();
        page.text("  mvn verify").line();
        page.text("  cp target/").text(bundle.symbolicName()).text("-1.0.0.jar DIR/deploy/").line();
        terminal.result(page);
    }
}
