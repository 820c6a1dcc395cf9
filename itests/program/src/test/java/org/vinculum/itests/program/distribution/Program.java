package org.vinculum.itests.program.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A start script, run as a user would, in a folder of the test's.
public record Program(Path script, Path folder) {
    public Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(script.toString());
        line.addAll(List.of(arguments));
        return command(line);
    }

    public Answer command(List<String> line) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        process.getOutputStream().close();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + line);
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
