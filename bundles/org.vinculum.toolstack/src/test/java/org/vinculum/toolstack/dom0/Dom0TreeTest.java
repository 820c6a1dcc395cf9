package org.vinculum.toolstack.dom0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.InputFile;
import org.vinculum.toolstack.Workbench;

class Dom0TreeTest {
    private static final List<String> SMMUS =
            List.of(
                    "/iommu@a0040000",
                    "/iommu@c0040000",
                    "/soc/iommu@40000",
                    "/soc/iommu@80000",
                    "/iommu@8a0040000");

    @Test
    void everySmmuKeepsItsPlaceItsPhandleAndItsRegisters() throws IOException {
        DeviceTree before = Workbench.CODEC.read(host("five-smmus"));
        DeviceTree after = tree(describe("five-smmus"));

        for (String path : SMMUS) {
            Node was = before.node(path).orElseThrow();
            Node is = after.node(path).orElseThrow();
            assertThat(is.property("reg")).as(path).isEqualTo(was.property("reg"));
            assertThat(is.property("phandle")).as(path).isEqualTo(was.property("phandle"));
        }
    }

    @Test
    void whatTheDriverOfAVirtualSmmuNeedsStays() throws IOException {
        Node smmu = tree(describe("five-smmus")).node("/iommu@c0040000").orElseThrow();

        assertThat(smmu.property("interrupts").orElseThrow().cells())
                .containsExactly(0, 75, 1, 0, 77, 1, 0, 79, 1);
        assertThat(smmu.property("interrupt-names").orElseThrow().strings())
                .containsExactly("eventq", "gerror", "cmdq-sync");
        assertThat(smmu.has("dma-coherent")).isTrue();
        assertThat(smmu.has("msi-parent")).isTrue();
        assertThat(smmu.property("#iommu-cells").orElseThrow().cell(0)).isEqualTo(1);
    }

    @Test
    void errataAndTheImplementationsNameGo() throws IOException {
        Node smmu = tree(describe("five-smmus")).node("/iommu@c0040000").orElseThrow();

        assertThat(smmu.has("hisilicon,broken-prefetch-cmd")).isFalse();
        assertThat(smmu.property("compatible").orElseThrow().strings())
                .containsExactly("arm,smmu-v3");
    }

    @Test
    void aDisabledSmmuStaysDisabled() throws IOException {
        Node smmu = tree(describe("five-smmus")).node("/iommu@a0040000").orElseThrow();

        assertThat(smmu.property("status").orElseThrow().string()).isEqualTo("disabled");
        assertThat(smmu.has("hisilicon,broken-prefetch-cmd")).isFalse();
    }

    @Test
    void referencesToVirtualSmmusAndMapsStayAsTheyAre() throws IOException {
        DeviceTree before = Workbench.CODEC.read(host("five-smmus"));
        DeviceTree after = tree(describe("five-smmus"));

        for (String property : List.of("iommu-map", "iommu-map-mask", "msi-map", "dma-coherent")) {
            assertThat(after.node("/pcie@a0000000").orElseThrow().property(property))
                    .isPresent()
                    .isEqualTo(before.node("/pcie@a0000000").orElseThrow().property(property));
        }
        assertThat(after.node("/soc/dma@100000").orElseThrow().property("iommus"))
                .isEqualTo(before.node("/soc/dma@100000").orElseThrow().property("iommus"));
    }

    @Test
    void thereIsOneNoteForEachSmmu() throws IOException {
        List<Finding> notes = describe("five-smmus").notes();

        assertThat(notes).extracting("place").containsExactlyElementsOf(SMMUS);
        assertThat(notes).extracting("code").containsOnly("dom0-viommu");
        assertThat(notes.get(1).message())
                .isEqualTo(
                        "a virtual SMMUv3 stands in for the physical one at the same address,"
                                + " phandle 119; hisilicon,broken-prefetch-cmd removed, compatible"
                                + " was example,smmu, arm,smmu-v3");
    }

    @Test
    void anIommuThatXenDrivesIsLeftOutWithTheReferencesToIt() throws IOException {
        DeviceTree after = tree(describe("mixed-iommus"));

        assertThat(after.node("/iommu@20000000")).isEmpty();
        assertThat(after.node("/behind-v2").orElseThrow().has("iommus")).isFalse();
        assertThat(after.node("/behind-v2").orElseThrow().has("dma-coherent")).isTrue();
        Node bridge = after.node("/bridge-behind-v2").orElseThrow();
        assertThat(bridge.has("iommu-map")).isFalse();
        assertThat(bridge.has("iommu-map-mask")).isFalse();
        assertThat(bridge.has("msi-map")).isTrue();
    }

    @Test
    void anIommuThatXenDoesNotKnowStaysWithItsMasters() throws IOException {
        DeviceTree after = tree(describe("mixed-iommus"));

        assertThat(after.node("/iommu@30000000")).isPresent();
        assertThat(after.node("/behind-own").orElseThrow().has("iommus")).isTrue();
    }

    @Test
    void aLaterReferenceToAHiddenIommuDoesNotDangle() throws IOException {
        Node master = tree(describe("mixed-iommus")).node("/behind-v3-and-v2").orElseThrow();
        int phandle =
                tree(describe("mixed-iommus"))
                        .node("/iommu@10000000")
                        .flatMap(n -> n.property("phandle"))
                        .orElseThrow()
                        .cell(0);

        assertThat(master.property("iommus").orElseThrow().cells())
                .containsExactly(phandle, 0x21, phandle, 0x22);
    }

    @Test
    void everythingThatWasNotCarriedOverIsSaid() throws IOException {
        assertThat(describe("mixed-iommus").notes())
                .extracting(n -> n.code() + " " + n.place())
                .containsExactly(
                        "dom0-viommu /iommu@10000000",
                        "dom0-iommu-hidden /iommu@20000000",
                        "dom0-iommu-untouched /iommu@30000000",
                        "dom0-reference-dropped /behind-v2",
                        "dom0-reference-dropped /behind-v3-and-v2",
                        "dom0-reference-dropped /bridge-behind-v2");
    }

    @Test
    void theDescriptionIsInTheHostsFormat() throws IOException {
        byte[] blob =
                Workbench.CODEC.write(Workbench.CODEC.read(host("five-smmus")), TreeFormat.DTB);

        assertThat(describe("five-smmus").file().name()).isEqualTo("dom0.dts");
        assertThat(Dom0Tree.describe(InputFile.of("h", blob), Workbench.CODEC).file().name())
                .isEqualTo("dom0.dtb");
    }

    private static Dom0Describer.Result describe(String name) throws IOException {
        return Dom0Tree.describe(host(name), Workbench.CODEC);
    }

    private static DeviceTree tree(Dom0Describer.Result result) {
        return Workbench.CODEC.read(InputFile.of(result.file().name(), result.file().content()));
    }

    private static InputFile host(String name) throws IOException {
        try (InputStream in = Dom0TreeTest.class.getResourceAsStream("/hosts/" + name + ".dts")) {
            return InputFile.of(name + ".dts", in.readAllBytes());
        }
    }
}
