package org.vinculum.commands.dom0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.binding.OutputFile;
import org.vinculum.commands.Board;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Schemas;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Severity;

class Dom0VerbTest {
    @TempDir Path folder;

    private final FakeParts parts = new FakeParts().with(FirmwareReader.class, Board.reader());
    private Session session;

    @BeforeEach
    void userWithABoard() {
        session = new Session(folder, parts).file("board.dtb", "board");
    }

    private static Dom0Describer describer(String format) {
        return new Dom0Describer() {
            @Override
            public String format() {
                return format;
            }

            @Override
            public Result describe(InputFile host) {
                Finding note =
                        new Finding(
                                "dom0-viommu",
                                Severity.NOTE,
                                Board.SMMU,
                                "a virtual SMMUv3 with phandle 0x7");
                return new Result(new OutputFile("dom0.dtb", new byte[] {1, 2, 3}), List.of(note));
            }
        };
    }

    @Test
    void theDescriptionIsWrittenAndStatedLineByLine() {
        parts.with(Dom0Describer.class, describer("iort"))
                .with(Dom0Describer.class, describer("devicetree"));

        Outcome outcome = session.run("dom0 --host board.dtb --out dom0.dtb");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().replace(folder + "/", ""))
                .isEqualTo(
                        """
                        place            code         in dom0
                        /iommu@4f000000  dom0-viommu  a virtual SMMUv3 with phandle 0x7

                        written: dom0.dtb
                        """);
        assertThat(session.path("dom0.dtb")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void aFormatThatNobodyDescribesIsNamed() {
        parts.with(Dom0Describer.class, describer("iort"));

        Outcome outcome = session.run("dom0 --host board.dtb --out dom0.dtb");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("board.dtb").contains("'devicetree'");
    }

    @Test
    void theHostsOwnDescriptionIsNotOverwritten() {
        parts.with(Dom0Describer.class, describer("devicetree"));

        assertThat(session.run("dom0 --host board.dtb --out board.dtb").exit()).isEqualTo(2);
        assertThat(session.read("board.dtb")).isEqualTo("board");
    }

    @Test
    void withoutADescriberTheMissingPartIsNamed() {
        Outcome outcome = session.run("dom0 --host board.dtb --out dom0.dtb");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("Dom0Describer").contains("org.vinculum.toolstack");
    }

    @Test
    void theJsonReportKeepsToItsSchema() {
        parts.with(Dom0Describer.class, describer("devicetree"));

        Outcome outcome = session.run("dom0 --host board.dtb --out dom0.dtb --json");

        assertThat(outcome.exit()).isZero();
        assertThat(Schemas.violations("dom0", outcome.bytes())).isEmpty();
        assertThat(outcome.out()).contains("\"bytes\": 3", "dom0-viommu");
    }
}
