package org.vinculum.itests.program.distribution;

import java.nio.file.Path;
import org.vinculum.launcher.distribution.Distribution;

/// The distribution this build made, and the tree around it.
public final class BuiltDistribution {
    public static final Path ROOT = Path.of(System.getProperty("vinculum.root"));
    public static final Distribution DISTRIBUTION =
            new Distribution(ROOT.resolve("features/target/vinculum"));

    /// Small inputs that every verb has an answer for.
    public static final Path INPUTS = ROOT.resolve("features/src/main/training");

    private BuiltDistribution() {}

    public static Path startScript() {
        return DISTRIBUTION.home().resolve("bin/vinculum");
    }
}
