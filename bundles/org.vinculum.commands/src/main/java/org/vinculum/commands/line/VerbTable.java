package org.vinculum.commands.line;

import java.nio.file.Path;
import java.util.List;
import org.vinculum.commands.bench.BenchVerb;
import org.vinculum.commands.bind.BindVerb;
import org.vinculum.commands.check.CheckVerb;
import org.vinculum.commands.dom0.Dom0Verb;
import org.vinculum.commands.dt.DtVerbs;
import org.vinculum.commands.inspect.InspectVerb;
import org.vinculum.commands.iort.IortVerbs;
import org.vinculum.commands.linux.LinuxVerb;
import org.vinculum.commands.models.ModelsVerb;
import org.vinculum.commands.replay.ReplayVerb;
import org.vinculum.commands.vendor.NewBundleVerb;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Verb;

/// The verbs by name; only the one asked for is ever made.
final class VerbTable {
    static final List<String> NAMES =
            List.of(
                    "inspect",
                    "check",
                    "bind",
                    "dom0",
                    "dt",
                    "iort",
                    "replay",
                    "models",
                    "bench",
                    "linux",
                    "run",
                    "new-bundle");

    private final Installed installed;
    private final Path distribution;

    VerbTable(Installed installed, Path distribution) {
        this.installed = installed;
        this.distribution = distribution;
    }

    /// @throws IllegalArgumentException for a name that is not in [#NAMES]
    Verb verb(String name) {
        return switch (name) {
            case "inspect" -> new InspectVerb(installed);
            case "check" -> new CheckVerb(installed);
            case "bind" -> new BindVerb(installed);
            case "dom0" -> new Dom0Verb(installed);
            case "dt" -> new DtVerbs(installed);
            case "iort" -> new IortVerbs(installed);
            case "replay" -> new ReplayVerb(installed);
            case "models" -> new ModelsVerb(installed);
            case "bench" -> new BenchVerb(installed);
            case "linux" -> new LinuxVerb(installed);
            case "run" -> new RunVerb();
            case "new-bundle" -> new NewBundleVerb(distribution);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
