package org.vinculum.commands.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.commands.Board;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Schemas;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.Severity;

class CheckVerbTest {
    private static final Finding NOTE =
            new Finding(
                    "map-empty", Severity.NOTE, "/fsl-mc@80c000000", "the bootloader fills it in");

    @TempDir Path folder;

    private final FakeParts parts = new FakeParts();
    private Session session;

    @BeforeEach
    void userWithABoard() {
        session = new Session(folder, parts).file("board.dtb", "board");
    }

    private void installed(FirmwareCheck check, Finding... seenByReader) {
        parts.with(FirmwareReader.class, Board.reader(seenByReader))
                .with(FirmwareCheck.class, check);
    }

    @Test
    void findingsOfReaderAndChecksComeMostSeriousFirst() {
        installed(platform -> List.of(NOTE, Board.DANGLING));

        Outcome outcome = session.run("check board.dtb");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out().replace(folder + "/", ""))
                .isEqualTo(
                        """
                        error phandle-dangling /dma@1000 iommus: phandle 0x7 belongs to no node, so the device gets no IOMMU
                        note map-empty /fsl-mc@80c000000: the bootloader fills it in
                        board.dtb: 1 error, 1 note
                        """);
    }

    @Test
    void whatTwoPartsFindIsSaidOnce() {
        installed(platform -> List.of(Board.DANGLING), Board.DANGLING);

        assertThat(session.run("check board.dtb").out())
                .contains("board.dtb: 1 error\n")
                .containsOnlyOnce("dangling");
    }

    @Test
    void notesAloneAreNotHeldAgainstTheFirmware() {
        installed(platform -> List.of(NOTE));

        assertThat(session.run("check board.dtb").exit()).isZero();
    }

    @Test
    void aWarningIs() {
        installed(platform ->
                List.of(new Finding("map-overlap", Severity.WARNING, "/pcie", "first wins")));

        assertThat(session.run("check board.dtb").exit()).isEqualTo(1);
    }

    @Test
    void checkingWithoutAnyCheckIsNotASilence() {
        parts.with(FirmwareReader.class, Board.reader());

        Outcome outcome = session.run("check board.dtb");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("FirmwareCheck").contains("org.vinculum.checks");
    }

    @Test
    void aFileThatIsNotThereIsUnusable() {
        installed(platform -> List.of());

        Outcome outcome = session.run("check no.dtb");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("no.dtb: expected a readable file, found no such file");
    }

    @Test
    void textFromTheFileCannotSteerTheTerminal() {
        installed(platform ->
                List.of(new Finding("odd-name", Severity.NOTE, "/\u001b]0;x\u0007", "a\nb")));

        assertThat(session.run("check board.dtb").out())
                .startsWith("note odd-name /\\x1b]0;x\\x07: a\\x0ab\n");
    }

    @Test
    void theJsonReportKeepsToItsSchemaAndSaysTheSame() {
        installed(platform -> List.of(NOTE, Board.DANGLING));

        Outcome outcome = session.run("check --json board.dtb");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(Schemas.violations("check", outcome.bytes())).isEmpty();
        assertThat(outcome.out())
                .contains("\"errors\": 1", "\"notes\": 1", "\"phandle-dangling\"", "\"map-empty\"");
    }
}
