package org.vinculum.commands.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vinculum.commands.print.Terminal;

class GuestConsoleTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final GuestConsole console =
            new GuestConsole(
                    new Terminal(
                            InputStream.nullInputStream(),
                            new PrintStream(OutputStream.nullOutputStream()),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            Path.of(""),
                            true),
                    true);

    private String shown(String... pieces) {
        for (String piece : pieces) {
            console.console(piece);
        }
        console.end();
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void coloursAndCursorMovesAreLeftOut() {
        assertThat(shown("[\u001b[0;32m  OK  \u001b[0m] Started\u001b[6n\u001b[2J\r\n"))
                .isEqualTo("[  OK  ] Started\n");
    }

    @Test
    void aSequenceCutInPiecesIsLeftOutAsWell() {
        assertThat(shown("a\u001b", "[3", "1mb\u001b", "(B", "c\n")).isEqualTo("abc\n");
    }

    @Test
    void aTitleIsNotSet() {
        assertThat(shown("a\u001b]0;title\u0007b\u001b]0;title\u001b\\c\n")).isEqualTo("abc\n");
    }

    @Test
    void aSequenceWithoutAnEndHidesOnlyItsLine() {
        assertThat(shown("a\u001b]0;hidden\nb\u001b[1;\nc\n")).isEqualTo("a\nb\nc\n");
    }

    @Test
    void otherControlCharactersAreShownAndNeverSent() {
        assertThat(shown("a\u0007\u009b2Jb\n")).isEqualTo("a\\x07\\x9b2Jb\n");
    }

    @Test
    void aLineWrittenOverIsShownEachTime() {
        assertThat(shown("10 %\r20 %\r\r\nend")).isEqualTo("10 %\n20 %\nend\n");
    }

    @Test
    void tabsKeepTheirColumns() {
        assertThat(shown("ab\tc\td\n")).isEqualTo("ab      c       d\n");
    }

    @Test
    void aLineWithoutAnEndIsShownInPieces() {
        assertThat(shown("x".repeat(5000)).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(2000));
    }

    @RepeatedTest(50)
    void whateverAGuestPrintsTheTerminalIsSafe(RepetitionInfo round) {
        SplittableRandom random = new SplittableRandom(round.getCurrentRepetition());
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            noise.append((char) (random.nextInt(4) == 0 ? 0x1b : random.nextInt(0x100)));
        }

        assertThat(shown(noise.toString()).chars())
                .allMatch(c -> c == '\n' || c >= 0x20 && c < 0x7f || c >= 0xa0);
    }
}
