package org.vinculum.devicetree.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.devicetree.topology.TreeOf.cells;
import static org.vinculum.devicetree.topology.TreeOf.node;
import static org.vinculum.devicetree.topology.TreeOf.root;
import static org.vinculum.devicetree.topology.TreeOf.smmuV3;
import static org.vinculum.devicetree.topology.TreeOf.text;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.memory.AddressRange;

class PlatformReaderTest {
    private static Platform platform(DeviceTree tree) {
        return PlatformReader.read("t.dtb", tree).platform();
    }

    @Test
    void aMasterHasEveryStreamOfItsIommusProperty() {
        Platform platform =
                platform(
                        root(
                                smmuV3(0x4f000000, 1),
                                node("test@10000000", cells("iommus", 1, 0x10, 1, 0x20))));

        assertThat(platform.masters())
                .containsExactly(
                        new Master(
                                "/test@10000000",
                                true,
                                false,
                                List.of(
                                        use("/iommu@4f000000", 0x10, 0),
                                        use("/iommu@4f000000", 0x20, 0)),
                                List.of()));
    }

    @Test
    void anSmmuV3IsReadWithItsFrameAndPhandle() {
        Platform platform = platform(root(smmuV3(0x4f000000, 7, Property.empty("dma-coherent"))));

        var smmu = (Iommu.SmmuV3) platform.iommus().getFirst();
        assertThat(smmu.registers()).contains(AddressRange.of(0x4f000000L, 0x20000));
        assertThat(smmu.phandle()).isEqualTo(OptionalInt.of(7));
        assertThat(smmu.coherent()).isTrue();
        assertThat(smmu.enabled()).isTrue();
    }

    @Test
    void theSecondCellOfAnSmmuV2SpecifierIsItsMask() {
        Node smmu =
                node(
                        "iommu@1000",
                        text("compatible", "qcom,sdm845-smmu-500", "arm,mmu-500"),
                        cells("reg", 0x1000, 0x1000),
                        cells("#iommu-cells", 2),
                        cells("phandle", 1));

        Platform platform = platform(root(smmu, node("ufs", cells("iommus", 1, 0x100, 0xf))));

        assertThat(platform.masters().getFirst().streams())
                .containsExactly(use("/iommu@1000", 0x100, 0xf));
    }

    @Test
    void anIommuOfZeroCellsIsForeign() {
        Node iommu =
                node(
                        "iommu@1000",
                        text("compatible", "rockchip,rk3588-iommu", "rockchip,rk3568-iommu"),
                        cells("reg", 0x1000, 0x100),
                        cells("#iommu-cells", 0),
                        cells("phandle", 1));

        Platform platform = platform(root(iommu, node("vop", cells("iommus", 1))));

        assertThat(platform.iommus().getFirst().kind()).isEqualTo("rockchip,rk3568-iommu");
        assertThat(platform.masters().getFirst().streams()).isEmpty();
        assertThat(platform.masters().getFirst().foreign())
                .containsExactly(new Master.ForeignUse("/iommu@1000", List.of()));
    }

    @Test
    void aHostBridgeMapsItsRequestersThroughMaskAndMap() {
        Node pcie =
                node(
                        "pcie@2000",
                        text("device_type", "pci"),
                        cells("bus-range", 0, 3),
                        cells("iommu-map-mask", 0x31f),
                        cells("iommu-map", 0, 1, 0x480, 0x20, 0x100, 1, 0x4a0, 0x20));

        Bus bus = platform(root(smmuV3(0x4f000000, 1), pcie)).buses().getFirst();

        assertThat(bus.pci()).contains(new Bus.Pci(0, 0, 3));
        assertThat(bus.stream(0xffe2)).isEmpty();
        assertThat(bus.stream(0xfde2)).contains(PhysicalStream.of("/iommu@4f000000", 0x4a2));
    }

    private static Master.StreamUse use(String iommu, long id, int mask) {
        return new Master.StreamUse(PhysicalStream.of(iommu, id), mask);
    }
}
