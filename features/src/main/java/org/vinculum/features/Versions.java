package org.vinculum.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.features.PomFile.Named;

/// The versions that this build uses, from the one file that has them.
final class Versions {
    private static final String JUNIT = "org.junit.jupiter";

    private final PomFile pom;
    private final List<Named> known = new ArrayList<>();

    private Versions(PomFile pom) {
        this.pom = pom;
        known.addAll(pom.list("dependencyManagement", "dependencies"));
        known.addAll(pom.list("build", "pluginManagement", "plugins"));
    }

    static Versions read(Path pom) throws IOException {
        return new Versions(PomFile.read(pom));
    }

    /// Our own.
    String ours() {
        return pom.text("version");
    }

    /// @throws IllegalArgumentException when the build uses no such artifact
    String of(String group, String artifact) {
        if (group.equals(JUNIT)) {
            return of("org.junit", "junit-bom");
        }
        for (Named one : known) {
            if (one.group().equals(group) && one.artifact().equals(artifact)) {
                return resolved(one.version());
            }
        }
        throw new IllegalArgumentException("no version for " + group + ":" + artifact);
    }

    private String resolved(String version) {
        return version.startsWith("${")
                ? pom.text("properties", version.substring(2, version.length() - 1))
                : version;
    }
}
