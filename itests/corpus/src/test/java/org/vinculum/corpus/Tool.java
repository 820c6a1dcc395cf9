package org.vinculum.corpus;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds programs that a test needs and the machine may not have.
final class Tool {
    private Tool() {}

    static boolean isInstalled(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
