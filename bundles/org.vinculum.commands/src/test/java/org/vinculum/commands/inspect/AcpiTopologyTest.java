package org.vinculum.commands.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.commands.Board;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Schemas;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Master.StreamUse;
import org.vinculum.firmware.MessageTarget;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.ReservedRegion;
import org.vinculum.memory.AddressRange;

/// What ACPI says of DMA and a device tree does not.
class AcpiTopologyTest {
    private static final String SMMU = "IORT:0x48";
    private static final String ITS = "IORT:0x30";

    @TempDir Path folder;

    private Session session;

    @BeforeEach
    void userWithATable() {
        FakeParts parts = new FakeParts().with(FirmwareReader.class, Board.reader(platform()));
        session = new Session(folder, parts).file("iort.dat", "board");
    }

    private static Platform platform() {
        Iommu smmu =
                new Iommu.SmmuV3(
                        SMMU,
                        Optional.of(AddressRange.of(0x4f000000L, 0x20000)),
                        OptionalInt.empty(),
                        true,
                        true,
                        List.of(new Iommu.Interrupt("eventq", List.of(106))),
                        Set.of());
        return new Platform(
                "iort", List.of(smmu), List.of(ethernet(), plain()), buses(), regions());
    }

    private static Master ethernet() {
        return new Master(
                "\\_SB.ETH0",
                true,
                true,
                List.of(use(0x10), use(0x11)),
                List.of(),
                new DmaFeatures(OptionalInt.of(40), false, false, true, 4),
                List.of(
                        new MessageTarget(ITS, 0x20),
                        new MessageTarget(ITS, 0x21),
                        new MessageTarget("IORT:0x60", 0x22)));
    }

    private static Master plain() {
        return new Master("\\_SB.USB0", true, true, List.of(use(0x12)), List.of());
    }

    private static StreamUse use(long id) {
        return new StreamUse(PhysicalStream.of(SMMU, id), 0);
    }

    private static List<Bus> buses() {
        IdMap map = new IdMap(-1, List.of(new IdMap.Entry(0, 0x10000, SMMU, 0x100, 0, true)));
        return List.of(
                new Bus(
                        "IORT:0x90",
                        Optional.of(new Bus.Pci(0, 0, 0xff)),
                        true,
                        true,
                        map,
                        IdMap.NONE,
                        new DmaFeatures(OptionalInt.of(48), true, true, false, 0)));
    }

    private static List<ReservedRegion> regions() {
        return List.of(
                new ReservedRegion(
                        "IORT:0xc8",
                        AddressRange.of(0x80000000L, 0x800000),
                        true,
                        true,
                        "Device-nGnRnE",
                        List.of(PhysicalStream.of(SMMU, 0x10), PhysicalStream.of(SMMU, 0x11))),
                new ReservedRegion(
                        "IORT:0xc8",
                        AddressRange.of(0x90000000L, 0x1000),
                        false,
                        false,
                        "Normal non-cacheable",
                        List.of()));
    }

    @Test
    void whatDmaCanDoAndWhereMessagesGoFollowsTheStreams() {
        assertThat(session.run("inspect iort.dat").out())
                .contains(
                        """
                          masters
                            \\_SB.ETH0  0x10-0x11; 40 address bits, stall, PASIDs of 4 bits; \
                        messages 0x20-0x21 to IORT:0x30, 0x22 to IORT:0x60
                            \\_SB.USB0  0x12
                        """);
    }

    @Test
    void whatTheDevicesOfABusCanDoStandsBesideIt() {
        assertThat(session.run("inspect iort.dat").out())
                .contains("  PCI segment 0, buses 0x0-0xff, coherent, 48 address bits, ATS, PRI\n");
    }

    @Test
    void mapsAndInterruptsHaveTheNamesOfAcpi() {
        assertThat(session.run("inspect iort.dat").out())
                .contains("  interrupts    eventq GSIV 106\n")
                .contains("    streams    0x0-0xffff -> 0x100 of IORT:0x48\n")
                .doesNotContain("iommu-map");
    }

    @Test
    void reservedMemoryIsListedWithItsStreams() {
        assertThat(session.run("inspect iort.dat").out())
                .endsWith(
                        """

                        Reserved memory
                          IORT:0xc8  0x80000000, 8 MiB, Device-nGnRnE, privileged, may be moved
                            used by 0x10-0x11 of IORT:0x48
                          IORT:0xc8  0x90000000, 4 KiB, Normal non-cacheable
                            used by no stream
                        """);
    }

    @Test
    void theJsonReportSaysTheSameAndKeepsToItsSchema() {
        Outcome outcome = session.run("inspect --json iort.dat");

        assertThat(Schemas.violations("inspect", outcome.bytes())).isEmpty();
        JsonNode report = Schemas.parse(outcome.bytes());
        assertThat(report.at("/masters/0/dma/addressBits").asInt()).isEqualTo(40);
        assertThat(report.at("/masters/0/dma/stall").asBoolean()).isTrue();
        assertThat(report.at("/masters/0/dma/pasidBits").asInt()).isEqualTo(4);
        assertThat(report.at("/masters/0/messages/2/controller").asText()).isEqualTo("IORT:0x60");
        assertThat(report.at("/masters/0/messages/2/deviceId").asText()).isEqualTo("0x22");
        assertThat(report.at("/masters/1/dma").isMissingNode()).isTrue();
        assertThat(report.at("/masters/1/messages").isMissingNode()).isTrue();
        assertThat(report.at("/buses/0/dma/ats").asBoolean()).isTrue();
        assertThat(report.at("/buses/0/iommuMap/entries/0/single").asBoolean()).isTrue();
        assertThat(report.at("/reserved/0/size").asText()).isEqualTo("0x800000");
        assertThat(report.at("/reserved/0/streams/0/firstId").asText()).isEqualTo("0x10");
        assertThat(report.at("/reserved/0/streams/0/count").asInt()).isEqualTo(2);
        assertThat(report.at("/reserved/1/attributes").asText()).isEqualTo("Normal non-cacheable");
    }
}
