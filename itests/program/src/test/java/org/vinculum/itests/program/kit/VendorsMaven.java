package org.vinculum.itests.program.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vinculum.itests.program.distribution.Answer;

/// The `mvn` of the machine, as a vendor runs it in a folder of hers, without a network.
final class VendorsMaven {
    private static final int LONGEST_MINUTES = 5;

    private VendorsMaven() {}

    /// Skips the test when there is no Maven, or its local repository lacks what is not ours.
    static Answer verify(Path folder, Path repository) throws IOException, InterruptedException {
        assumeTrue(isThere(), "mvn builds the bundle");
        Path log = Files.createTempFile(folder.getParent(), "mvn", ".txt");
        ProcessBuilder maven =
                new ProcessBuilder(
                                "mvn",
                                "--batch-mode",
                                "--offline",
                                "-Dmaven.repo.local=" + repository,
                                "verify")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        maven.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS"));
        maven.environment().keySet().removeAll(List.of("MAVEN_BASEDIR", "MAVEN_PROJECTBASEDIR"));
        Process process = maven.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("still running:\n" + Files.readString(log));
        }
        String said = Files.readString(log);
        assumeTrue(process.exitValue() == 0 || !lacksWhatIsNotOurs(said), "offline: " + said);
        return new Answer(process.exitValue(), said, "");
    }

    private static boolean isThere() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, "mvn"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean lacksWhatIsNotOurs(String said) {
        return said.lines()
                .anyMatch(line ->
                        line.contains("in offline mode") && !line.contains(":org.vinculum"));
    }
}
