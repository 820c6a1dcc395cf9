package org.vinculum.commands.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.PlatformDrawing;

class InspectVerbTest {
    @TempDir Path folder;

    private final FakeParts parts = new FakeParts().with(FirmwareReader.class, Board.reader());
    private Session session;

    @BeforeEach
    void userWithABoard() {
        session = new Session(folder, parts).file("board.dtb", "board").file("bad.dtb", "broken");
    }

    @Test
    void everyIommuIsShownWithWhatIsBehindIt() {
        Outcome outcome = session.run("inspect board.dtb");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().replace(folder + "/", ""))
                .isEqualTo(
                        """
                        board.dtb: devicetree, 3 IOMMUs, 3 masters, 1 PCI host bridge, 1 other bus

                        smmuv3 /iommu@4f000000
                          registers     0x4f000000, 128 KiB
                          table walks   coherent
                          interrupts    eventq <0 74 1>, gerror <0 79 1>
                          errata        hisilicon,broken-prefetch-cmd
                          masters
                            /dma@1000       0x10-0x12, 0x30
                            /net@2000       0x30
                            /pcie@70000000  mapped by requester ID, see below

                        smmuv2 /iommu@50000000  disabled: nothing behind it is translated
                          registers     0x50000000, 0x1234 bytes
                          model         arm,mmu-500
                          table walks   not coherent
                          masters
                            /net@2000  0x800 mask 0x7f

                        rockchip,iommu /mmu@60000000
                          registers     none
                          cells         1
                          masters
                            /vop@3000 (disabled)  <3>

                        Buses with requester IDs
                          /pcie@70000000  PCI segment 0, buses 0x0-0xff, coherent
                            iommu-map  (ID & 0xff00) 0x0-0xff -> 0x1000-0x10ff of /iommu@4f000000
                            msi-map    0x0-0xffff -> 0x0-0xffff of /its@8000000
                          /fsl-mc@80c000000  not PCI, not coherent, disabled
                            iommu-map  none: its devices reach memory untranslated

                        Shared streams
                          0x30 of /iommu@4f000000: /dma@1000, /net@2000
                        """);
    }

    @Test
    void whatIsWrongWithTheDescriptionIsLeftToCheck() {
        parts.without(FirmwareReader.class)
                .with(FirmwareReader.class, Board.reader(Board.DANGLING));

        Outcome outcome = session.run("inspect board.dtb");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).contains("reading it gave 1 error; ").contains("vinculum check");
    }

    @Test
    void aBrokenFileIsAnUnusableInputWithItsPlace() {
        Outcome outcome = session.run("inspect bad.dtb");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .endsWith("bad.dtb: offset 0x38: expected a property, found the end\n");
    }

    @Test
    void aKnownFormatThatNobodyReadsIsNamed() {
        parts.without(FirmwareReader.class);

        Outcome outcome = session.file("a.dts", "/dts-v1/; / { };").run("inspect a.dts");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("device-tree source").contains("'devicetree'");
    }

    @Test
    void aPictureIsWrittenBesideTheReport() {
        parts.with(PlatformDrawing.class, (platform, title) -> "<svg>" + title + "</svg>");

        Outcome outcome = session.run("inspect --svg board.svg board.dtb");

        assertThat(outcome.exit()).isZero();
        assertThat(session.read("board.svg")).isEqualTo("<svg>board.dtb</svg>");
    }

    @Test
    void aPictureWithoutADrawerSaysWhichPartIsMissing() {
        Outcome outcome = session.run("inspect --svg board.svg board.dtb");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("PlatformDrawing").contains("org.vinculum.drawing");
        assertThat(session.path("board.svg")).doesNotExist();
    }

    @Test
    void aPictureDoesNotReplaceItsOwnInput() {
        parts.with(PlatformDrawing.class, (platform, title) -> "<svg/>");

        Outcome outcome = session.run("inspect --svg board.dtb board.dtb");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("is an input of this command");
        assertThat(session.read("board.dtb")).isEqualTo("board");
    }

    @Test
    void onATerminalTheHeadingsStandOut() {
        assertThat(session.coloured().run("inspect board.dtb").out()).contains("\u001b[1m");
    }

    @Test
    void theJsonReportKeepsToItsSchemaAndSaysTheSame() {
        Outcome outcome = session.run("inspect --json board.dtb");

        assertThat(outcome.exit()).isZero();
        assertThat(Schemas.violations("inspect", outcome.bytes())).isEmpty();
        JsonNode report = Schemas.parse(outcome.bytes());
        assertThat(report.get("format").asInt()).isEqualTo(1);
        assertThat(report.at("/iommus/0/base").asText()).isEqualTo("0x4f000000");
        assertThat(report.at("/iommus/0/size").asText()).isEqualTo("0x20000");
        assertThat(report.at("/iommus/1/enabled").asBoolean()).isFalse();
        assertThat(report.at("/iommus/2/attributes/cells").asText()).isEqualTo("1");
        assertThat(report.at("/masters/0/streams").size()).isEqualTo(4);
        assertThat(report.at("/masters/1/streams/1/mask").asText()).isEqualTo("0x7f");
        assertThat(report.at("/masters/2/foreign/0/specifier/0").asInt()).isEqualTo(3);
        assertThat(report.at("/buses/0/pci/lastBus").asInt()).isEqualTo(255);
        assertThat(report.at("/buses/0/iommuMap/mask").asText()).isEqualTo("0xff00");
        assertThat(report.at("/sharedStreams/0/id").asText()).isEqualTo("0x30");
    }

    @Test
    void theJsonReportIsTheSameBytesEveryTime() {
        assertThat(session.run("inspect --json board.dtb").bytes())
                .isEqualTo(session.run("inspect --json board.dtb").bytes());
    }

    @Test
    void aFirmwareWithoutAnythingKeepsToTheSchemaToo() {
        parts.without(FirmwareReader.class)
                .with(
                        FirmwareReader.class,
                        Board.reader(new Platform("iort", List.of(), List.of(), List.of())));

        assertThat(Schemas.violations("inspect", session.run("inspect --json board.dtb").bytes()))
                .isEmpty();
    }
}
