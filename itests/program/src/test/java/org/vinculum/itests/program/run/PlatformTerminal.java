package org.vinculum.itests.program.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.vinculum.itests.program.distribution.Await;
import org.vinculum.itests.program.distribution.BuiltDistribution;

/// `vinculum run` on a pseudo terminal, typed at as a user would.
public final class PlatformTerminal implements AutoCloseable {
    private static final Path TERMINAL = Path.of("/usr/bin/script");

    private final Path screen;
    private final Process process;

    private PlatformTerminal(Path screen, Process process) {
        this.screen = screen;
        this.process = process;
    }

    /// Starts one and waits for its shell.
    public static PlatformTerminal start(Path scratch, String features, Path run)
            throws IOException {
        assumeTrue(Files.isExecutable(TERMINAL), "script (util-linux) makes the terminal");
        Path screen = Files.createTempFile(scratch, "screen", ".txt");
        String line =
                "'%s' run --features %s '%s'"
                        .formatted(BuiltDistribution.startScript(), features, run);
        Process process =
                new ProcessBuilder(TERMINAL.toString(), "-qefc", line, "/dev/null")
                        .redirectErrorStream(true)
                        .redirectOutput(screen.toFile())
                        .start();
        PlatformTerminal terminal = new PlatformTerminal(screen, process);
        terminal.untilItShows("Welcome");
        return terminal;
    }

    public void type(String line) throws IOException {
        OutputStream keys = process.getOutputStream();
        keys.write((line + "\r").getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    public void untilItShows(String text) {
        untilItShows(text, 0);
    }

    /// Waits for a text at or behind a place of what it has shown.
    public void untilItShows(String text, int from) {
        Await.until(
                () -> shown().indexOf(text, from) >= 0,
                () -> "expected " + text + " in:\n" + shown());
    }

    public String shown() {
        try {
            return Files.readString(screen, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Waits for its end.
    int exitCode() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + shown());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
