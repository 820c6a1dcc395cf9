package org.vinculum.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Master.ForeignUse;
import org.vinculum.firmware.Master.StreamUse;
import org.vinculum.firmware.MessageTarget;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.ReservedRegion;
import org.vinculum.memory.AddressRange;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class LayeredDrawingTest {
    private static final String SMMU = "/iommu@4f000000";

    private final LayeredDrawing drawing = new LayeredDrawing();

    private static Iommu smmu() {
        return Platforms.smmu(SMMU, 0x4f00_0000L, true);
    }

    /// Parses, so that every test also proves that the picture is well-formed XML.
    private Document picture(Platform platform) throws Exception {
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return parser.parse(new InputSource(new StringReader(drawing.svg(platform, "board.dtb"))));
    }

    private static List<Element> all(Document picture, String element) {
        var nodes = picture.getElementsByTagName(element);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document picture) {
        return all(picture, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<String> tooltips(Document picture) {
        return all(picture, "title").stream().map(Element::getTextContent).toList();
    }

    private List<String> textsOf(Platform platform) throws Exception {
        return texts(picture(platform));
    }

    private long dashed(Platform platform) throws Exception {
        return all(picture(platform), "path").stream()
                .filter(p -> p.hasAttribute("stroke-dasharray"))
                .count();
    }

    @Test
    void everyIommuAndEveryMasterIsThereWithItsWholePath() throws Exception {
        var platform = Platforms.large(3, 12);

        var tooltips = tooltips(picture(platform));

        assertThat(tooltips).containsAll(platform.iommus().stream().map(Iommu::path).toList());
        assertThat(tooltips).containsAll(platform.masters().stream().map(Master::path).toList());
    }

    @Test
    void theTitleAndTheCountsStandAbove() throws Exception {
        var device = Platforms.master("/test@10000000", SMMU, 0x10);

        assertThat(textsOf(Platforms.of(List.of(smmu()), List.of(device))))
                .startsWith("board.dtb", "1 SMMUv3  ·  1 device  ·  1 stream ID");
    }

    @Test
    void neighbouringIdsAreOneRun() throws Exception {
        var device = Platforms.master("/dma@1", SMMU, 0x12, 0x10, 0x11, 0x20);

        assertThat(textsOf(Platforms.of(List.of(smmu()), List.of(device))))
                .contains("0x10–0x12, 0x20");
    }

    @Test
    void aMaskOfLowBitsIsARunAndAnyOtherIsWrittenOut() throws Exception {
        var uses =
                List.of(
                        new StreamUse(PhysicalStream.of(SMMU, 0x100), 0xf),
                        new StreamUse(PhysicalStream.of(SMMU, 0x880), 0x8));
        var device = new Master("/display@1", true, true, uses, List.of());

        assertThat(textsOf(Platforms.of(List.of(smmu()), List.of(device))))
                .contains("0x100–0x10f, 0x880 mask 0x8");
    }

    @Test
    void aBridgeShowsFromWhichRequestersToWhichStreams() throws Exception {
        var map = new IdMap(-1, List.of(new IdMap.Entry(0, 0x100, SMMU, 0x400)));

        assertThat(
                        textsOf(
                                Platforms.of(
                                        List.of(smmu()),
                                        List.of(),
                                        Platforms.bridge("/pcie@1", map))))
                .contains("pcie@1", "PCI segment 0, buses 0x0–0xff", "0x0–0xff → 0x400–0x4ff");
    }

    @Test
    void aBridgeWithoutAMapIsSaidNotToBeTranslated() throws Exception {
        var bridge = Platforms.bridge("/pcie@1", IdMap.NONE);

        assertThat(textsOf(Platforms.of(List.of(smmu()), List.of(), bridge)))
                .contains("PCI segment 0, buses 0x0–0xff, not translated");
    }

    @Test
    void sharersOfAStreamCarryTheSameLetterAndAreListed() throws Exception {
        var platform =
                Platforms.of(
                        List.of(smmu()),
                        List.of(
                                Platforms.master("/usb@1", SMMU, 0x7, 0x8),
                                Platforms.master("/usb@2", SMMU, 0x7)));

        var texts = textsOf(platform);

        assertThat(texts).contains("A: 0x7", "0x8", "A: 0x7 at iommu@4f000000: usb@1, usb@2");
        assertThat(texts.stream().filter("A: 0x7"::equals)).hasSize(2);
    }

    @Test
    void whatDmaCanDoAndWhereMessagesGoStandsInTheBox() throws Exception {
        var dma = new DmaFeatures(OptionalInt.of(40), true, true, true, 4);
        var messages =
                List.of(new MessageTarget("IORT:0x30", 1), new MessageTarget("IORT:0x30", 2));
        var streams = Platforms.master("/dma@1", SMMU, 1).streams();
        var device = new Master("ETH0", true, true, streams, List.of(), dma, messages);
        var bridge = new Bus("/pcie@1", Optional.empty(), true, true, IdMap.NONE, IdMap.NONE, dma);

        assertThat(textsOf(Platforms.of(List.of(smmu()), List.of(device), bridge)))
                .contains("messages to IORT:0x30")
                .filteredOn("40 address bits, ATS, PRI, stall, PASIDs of 4 bits"::equals)
                .hasSize(2);
    }

    @Test
    void reservedMemoryIsListedBelow() throws Exception {
        var region =
                new ReservedRegion(
                        "IORT:0xc8",
                        AddressRange.of(0x80000000L, 0x800000),
                        false,
                        false,
                        "Device-nGnRnE",
                        List.of(PhysicalStream.of(SMMU, 0x10)));
        var platform =
                new Platform(
                        "iort",
                        List.of(smmu()),
                        List.of(),
                        List.of(),
                        Collections.nCopies(9, region));

        assertThat(textsOf(platform))
                .contains(
                        "Reserved: 0x80000000+0x800000 for 0x10 of iommu@4f000000, Device-nGnRnE",
                        "Reserved: 1 more of these");
    }

    @Test
    void theLinkOfADisabledDeviceIsDashed() throws Exception {
        var on = Platforms.master("/dma@1", SMMU, 1);
        var off = new Master("/dma@2", false, true, on.streams(), List.of());

        assertThat(dashed(Platforms.of(List.of(smmu()), List.of(on)))).isZero();
        assertThat(dashed(Platforms.of(List.of(smmu()), List.of(off)))).isOne();
    }

    @Test
    void theLinkToADisabledIommuIsDashed() throws Exception {
        var device = Platforms.master("/dma@1", SMMU, 1);
        var off = Platforms.smmu(SMMU, 0x4f00_0000L, false);

        assertThat(dashed(Platforms.of(List.of(off), List.of(device)))).isOne();
    }

    @Test
    void aForeignIommuIsGreyAndKeepsItsSpecifier() throws Exception {
        var use = new ForeignUse("/ipmmu@1", List.of(0x2a));
        var device = new Master("/gpu@1", true, false, List.of(), List.of(use));

        var picture =
                picture(Platforms.of(List.of(Platforms.foreign("/ipmmu@1")), List.of(device)));

        assertThat(texts(picture)).contains("ipmmu@1", "renesas,ipmmu-vmsa", "0x2a");
        assertThat(all(picture, "path").getFirst().getAttribute("stroke")).isEqualTo("#a7b0b9");
    }

    @Test
    void anIommuThatIsOnlyReferredToIsShownAsNotDescribed() throws Exception {
        var device = Platforms.master("/dma@1", "/gone@1", 1);

        assertThat(textsOf(Platforms.of(List.of(), List.of(device))))
                .contains("gone@1", "not described");
    }

    @Test
    void namesFromFirmwareCannotLeaveTheirText() throws Exception {
        String hostile = "/a\"/><script>alert('x')&\u0000\u0085]]>";
        var device = Platforms.master(hostile, hostile + "@2", 1);
        var platform =
                Platforms.of(List.of(Platforms.smmu(hostile + "@2", 0, true)), List.of(device));

        var picture = picture(platform);

        assertThat(all(picture, "script")).isEmpty();
        assertThat(tooltips(picture)).contains("/a\"/><script>alert('x')&\uFFFD\uFFFD]]>");
    }

    @Test
    void aLongNameIsShortenedInTheMiddle() throws Exception {
        String name = "x".repeat(60) + "y".repeat(60);
        var device = Platforms.master("/" + name, SMMU, 1);

        var texts = textsOf(Platforms.of(List.of(smmu()), List.of(device)));

        assertThat(texts).contains("x".repeat(21) + "…" + "y".repeat(22));
    }

    @Test
    void moreDevicesThanAPictureCanShowBecomeOneBoxThatSaysSo() throws Exception {
        var platform = Platforms.large(64, 5_000);

        var texts = textsOf(platform);

        assertThat(texts).contains("64 SMMUv3  ·  5000 devices  ·  20000 stream IDs");
        assertThat(texts).contains("At most 6 devices are drawn one by one at each IOMMU.");
        assertThat(texts.stream().filter("and 72 more devices"::equals)).hasSize(56);
        assertThat(texts.stream().filter("and 73 more devices"::equals)).hasSize(8);
        assertThat(texts.stream().filter("292 IDs"::equals)).hasSize(8);
    }

    @Test
    void moreIommusThanAPictureCanShowAreCountedBelow() throws Exception {
        assertThat(textsOf(Platforms.large(Sheet.MOST_IOMMUS + 6, 140)))
                .contains("6 further IOMMUs: not drawn.", "12 devices at those IOMMUs: not drawn.");
    }

    @Test
    void moreBusesThanAPictureCanShowAreCountedBelow() throws Exception {
        Bus[] buses = new Bus[BusBoxes.MOST_BUSES + 1];
        for (int i = 0; i < buses.length; i++) {
            buses[i] = Platforms.bridge("/pcie@" + i, IdMap.NONE);
        }

        assertThat(textsOf(Platforms.of(List.of(), List.of(), buses)))
                .contains("1 further bus: not drawn.");
    }

    @Test
    void aPlatformWithNothingInItIsStillAPicture() throws Exception {
        assertThat(textsOf(Platforms.of(List.of(), List.of())))
                .contains("no IOMMU and no device with stream IDs");
    }

    @Test
    void boxesDoNotOverlap() {
        var diagram = PlatformDiagram.of(Platforms.large(5, 60), "");
        var areas = LayeredLayout.of(diagram).boxes();

        for (int i = 0; i < areas.size(); i++) {
            for (int j = i + 1; j < areas.size(); j++) {
                assertThat(overlap(areas.get(i), areas.get(j))).as(i + " over " + j).isFalse();
            }
        }
    }

    private static boolean overlap(Placement.Area a, Placement.Area b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }

    @Test
    void devicesStandLeftOfTheirIommu() {
        var diagram = PlatformDiagram.of(Platforms.large(3, 9), "");
        var areas = LayeredLayout.of(diagram).boxes();

        for (var link : diagram.links()) {
            var from = areas.get(link.from());
            assertThat(from.x() + from.width()).isLessThan(areas.get(link.to()).x());
        }
    }

    @Test
    void whatIsLinkedToNothingStandsBelowTheRest() {
        var platform =
                Platforms.of(
                        List.of(Platforms.foreign("/ipmmu@1"), smmu()),
                        List.of(Platforms.master("/dma@1", SMMU, 1)),
                        Platforms.bridge("/pcie@1", IdMap.NONE));
        var diagram = PlatformDiagram.of(platform, "");
        var areas = LayeredLayout.of(diagram).boxes();
        var link = diagram.links().getFirst();

        for (int box = 0; box < areas.size(); box++) {
            if (box != link.from() && box != link.to()) {
                assertThat(areas.get(box).y())
                        .isGreaterThan(areas.get(link.from()).y())
                        .isGreaterThan(areas.get(link.to()).y());
            }
        }
    }

    @Test
    void theSamePlatformGivesTheSameTextInAnyLocale() {
        var platform = Platforms.large(7, 90);
        var before = Locale.getDefault();
        try {
            String first = drawing.svg(platform, "t");
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new LayeredDrawing().svg(platform, "t")).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aBusOfDevicesThatIsNotPciNeedsNoSegment() throws Exception {
        var map = new IdMap(0x31f, List.of(new IdMap.Entry(0, 0, SMMU, 0)));
        var bus = new Bus("/fsl-mc@1", Optional.empty(), true, true, map, IdMap.NONE);

        assertThat(textsOf(Platforms.of(List.of(smmu()), List.of(), bus)))
                .contains("bus, mask 0x31f", "0x0, length 0");
    }
}
