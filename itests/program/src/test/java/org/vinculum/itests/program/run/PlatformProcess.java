package org.vinculum.itests.program.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vinculum.itests.program.distribution.Await;
import org.vinculum.itests.program.distribution.BuiltDistribution;

/// `vinculum run` as a user starts it, without a terminal.
final class PlatformProcess implements AutoCloseable {
    private final Process process;
    private final Path errors;

    private PlatformProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    static PlatformProcess start(Path scratch, String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(BuiltDistribution.startScript().toString());
        line.add("run");
        line.addAll(List.of(arguments));
        Path errors = Files.createTempFile(scratch, "stderr", ".txt");
        Process process =
                new ProcessBuilder(line)
                        .directory(scratch.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(errors.toFile())
                        .start();
        return new PlatformProcess(process, errors);
    }

    PlatformProcess untilItSays(String text) {
        Await.until(
                () -> said().contains(text) || !process.isAlive(),
                () -> "expected " + text + " in:\n" + said());
        if (!said().contains(text)) {
            throw new AssertionError("ended without " + text + ":\n" + said());
        }
        return this;
    }

    String said() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + said());
        }
        return process.exitValue();
    }

    /// A shell without job control starts background commands with SIGINT ignored, and Java leaves that so.
    static boolean interruptsAreIgnored() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("SigIgn:")) {
                return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0;
            }
        }
        return false;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
