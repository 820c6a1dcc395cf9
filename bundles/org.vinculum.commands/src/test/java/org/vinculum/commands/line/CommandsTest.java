package org.vinculum.commands.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.commands.Board;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.FirmwareReader;

class CommandsTest {
    @TempDir Path folder;

    private final FakeParts parts = new FakeParts();

    private Outcome run(String line) {
        return new Session(folder, parts).run(line);
    }

    @Test
    void theVersionIsTheBundles() {
        assertThat(run("--version").out()).isEqualTo("vinculum 1.2.3\n");
    }

    @Test
    void noVerbIsAMistakeThatIsAnsweredWithHelp() {
        Outcome outcome = run("");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("Usage: vinculum VERB").contains("inspect");
    }

    @Test
    void aMistypedVerbIsAnsweredWithTheNearest() {
        Outcome outcome = run("inspct board.dtb");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "vinculum: there is no verb 'inspct'\n"
                                + "did you mean inspect?\n"
                                + "see vinculum --help\n");
    }

    @Test
    void aMistypedOptionIsAnsweredWithTheNearest() {
        Outcome outcome = run("check --jsn board.dtb");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "vinculum: there is no option '--jsn'\n"
                                + "did you mean --json?\n"
                                + "see vinculum check --help\n");
    }

    @Test
    void aMissingParameterIsNamed() {
        Outcome outcome = run("check");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("FIRMWARE");
    }

    @Test
    void aFailureOfOursIsReportedInAFileAndNotOnTheTerminal() throws IOException {
        FirmwareCheck failing =
                platform -> {
                    throw new IllegalStateException("out of cheese");
                };
        parts.with(FirmwareReader.class, Board.reader()).with(FirmwareCheck.class, failing);

        Outcome outcome =
                new Session(folder, parts).file("board.dtb", "board").run("check board.dtb");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("out of cheese").doesNotContain("\tat ");
        List<String> lines = outcome.err().lines().toList();
        Path report = Path.of(lines.getLast().substring(lines.getLast().indexOf('/')));
        assertThat(report)
                .content()
                .contains("vinculum 1.2.3", "check board.dtb", "IllegalStateException", "\tat ");
    }

    @Test
    void aReaderThatHasGoneAwayIsNotAFailure() {
        parts.with(FirmwareReader.class, Board.reader());
        OutputStream closed =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        PrintStream err = new PrintStream(OutputStream.nullOutputStream());

        int exit =
                new Session(folder, parts)
                        .file("board.dtb", "board")
                        .run("inspect board.dtb", closed, err);

        assertThat(exit).isZero();
    }

    @Test
    void anArgumentTooManyIsNamed() {
        assertThat(run("check board.dtb other.dtb").err())
                .startsWith("vinculum: 'other.dtb' is one argument too many\n");
    }

    @Test
    void runIsLeftToTheLauncher() {
        Outcome outcome = run("run --features core somewhere");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("'run' is for ./vinculum itself");
        assertThat(run("--help").out()).contains("  run ");
    }

    @Test
    void wordsThatStartWithAnAtSignAreNotFilesOfArguments() throws IOException {
        Outcome outcome = new Session(folder, parts).file("words", "--version").run("check @words");

        assertThat(outcome.err()).contains("@words: expected a readable file");
    }

    @Test
    void anInputThatDescribesMoreThanFitsIsUnusable() {
        FirmwareCheck greedy =
                platform -> {
                    throw new OutOfMemoryError("Java heap space");
                };
        parts.with(FirmwareReader.class, Board.reader()).with(FirmwareCheck.class, greedy);

        Outcome outcome =
                new Session(folder, parts).file("board.dtb", "board").run("check board.dtb");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("MiB").doesNotContain("report");
    }
}
