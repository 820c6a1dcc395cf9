package org.vinculum.itests.program.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.itests.program.distribution.BuiltDistribution;

/// `vinculum run --features core,shell` with somebody at the terminal.
class ShellOnTerminalTest {
    private static final Path HOST = BuiltDistribution.INPUTS.resolve("host.dts");

    @TempDir Path folder;
    private PlatformTerminal terminal;

    @BeforeEach
    void start() throws IOException {
        terminal = PlatformTerminal.start(folder, "core,shell", folder.resolve("board"));
    }

    @AfterEach
    void end() {
        if (terminal != null) {
            terminal.close();
        }
    }

    @Test
    void theVerbsOfCoreWorkAndATableOfAcpiHasNoReader() throws Exception {
        Path table = folder.resolve("iort.dat");
        Files.writeString(table, "IORT");

        terminal.type("vinculum:inspect " + HOST);
        terminal.untilItShows("/soc/iommu@f000000");
        terminal.type("vinculum:inspect " + table);
        terminal.untilItShows("no installed bundle reads the format 'iort'");
    }

    @Test
    void exitEndsThePlatformWithItsCode() throws Exception {
        terminal.type("exit 4");

        assertThat(terminal.exitCode()).isEqualTo(4);
    }
}
