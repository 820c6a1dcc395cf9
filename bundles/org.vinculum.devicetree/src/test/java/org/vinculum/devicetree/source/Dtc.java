package org.vinculum.devicetree.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// The reference compiler, where it is installed; tests that need it are skipped with the reason where it is not.
final class Dtc {
    private static final Path PROGRAM = Path.of("/usr/bin/dtc");

    private Dtc() {}

    static void require() {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "dtc is not installed");
    }

    /// What dtc makes of an input, or null where it refuses.
    static byte[] convert(Path folder, String from, String to, byte[] input, String... options)
            throws IOException, InterruptedException {
        Path in = Files.createTempFile(folder, "in", "." + from);
        Path out = Files.createTempFile(folder, "out", "." + to);
        Files.write(in, input);
        List<String> command =
                new ArrayList<>(List.of(PROGRAM.toString(), "-q", "-I", from, "-O", to));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", out.toString(), in.toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor() == 0 ? Files.readAllBytes(out) : null;
    }
}
