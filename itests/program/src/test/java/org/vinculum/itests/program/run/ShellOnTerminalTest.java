package org.vinculum.itests.program.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.itests.program.distribution.Await;
import org.vinculum.itests.program.distribution.BuiltDistribution;

/// `vinculum run --features core,shell` on a pseudo terminal, typed at as a user would.
class ShellOnTerminalTest {
    private static final Path TERMINAL = Path.of("/usr/bin/script");
    private static final Path HOST = BuiltDistribution.INPUTS.resolve("host.dts");

    @TempDir Path folder;
    private Path screen;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(TERMINAL), "script (util-linux) makes the terminal");
        screen = folder.resolve("screen.txt");
        String run =
                "'%s' run --features core,shell '%s'"
                        .formatted(BuiltDistribution.startScript(), folder.resolve("board"));
        process =
                new ProcessBuilder(TERMINAL.toString(), "-qefc", run, "/dev/null")
                        .redirectErrorStream(true)
                        .redirectOutput(screen.toFile())
                        .start();
        untilItShows("Welcome");
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    private void type(String line) throws IOException {
        OutputStream keys = process.getOutputStream();
        keys.write((line + "\r").getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private void untilItShows(String text) {
        Await.until(() -> shown().contains(text), () -> "expected " + text + " in:\n" + shown());
    }

    private String shown() {
        try {
            return Files.readString(screen, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theVerbsOfCoreWorkAndATableOfAcpiHasNoReader() throws Exception {
        Path table = folder.resolve("iort.dat");
        Files.writeString(table, "IORT");

        type("vinculum:inspect " + HOST);
        untilItShows("/soc/iommu@f000000");
        type("vinculum:inspect " + table);
        untilItShows("no installed bundle reads the format 'iort'");
    }

    @Test
    void exitEndsThePlatformWithItsCode() throws Exception {
        type("exit 4");

        assertThat(process.waitFor(90, TimeUnit.SECONDS)).as(shown()).isTrue();
        assertThat(process.exitValue()).isEqualTo(4);
    }
}
