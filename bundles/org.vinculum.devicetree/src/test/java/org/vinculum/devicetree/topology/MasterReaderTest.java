package org.vinculum.devicetree.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;

class MasterReaderTest {
    private static final String TWO =
            """
            a: iommu@5000000 {
                compatible = "vendor,smmu", "arm,mmu-500";
                reg = <0x5000000 0x100000>;
                #iommu-cells = <2>;
            };
            b: iommu@6000000 {
                compatible = "arm,smmu-v3";
                reg = <0x6000000 0x20000>;
                #iommu-cells = <1>;
            };
            """;

    @Test
    void aDeviceBehindTwoIommusHasTheStreamsOfBoth() {
        Source board = Source.of(TWO + "gpu { iommus = <&b 0x10>, <&a 0x800 0xf>, <&b 0x11>; };");

        assertThat(board.master("/gpu").streams())
                .containsExactly(
                        use("/iommu@6000000", 0x10, 0),
                        use("/iommu@5000000", 0x800, 0xf),
                        use("/iommu@6000000", 0x11, 0));
    }

    @Test
    void devicesAreFoundAtAnyDepth() {
        Source board =
                Source.of(TWO + "soc { bus { hub { port@3 { iommus = <&b 0x42>; }; }; }; };");

        assertThat(board.master("/soc/bus/hub/port@3").streams())
                .containsExactly(use("/iommu@6000000", 0x42, 0));
    }

    @Test
    void streamAndForeignUsesOfOneDeviceAreToldApart() {
        Source board =
                Source.of(
                        TWO
                                + """
                                mmu: iommu@7000000 {
                                    compatible = "samsung,exynos-sysmmu";
                                    reg = <0x7000000 0x1000>;
                                    #iommu-cells = <0>;
                                };
                                scaler { iommus = <&mmu>, <&b 0x42>; };
                                """);

        assertThat(board.master("/scaler").foreign())
                .containsExactly(new Master.ForeignUse("/iommu@7000000", List.of()));
        assertThat(board.master("/scaler").streams())
                .containsExactly(use("/iommu@6000000", 0x42, 0));
    }

    @Test
    void entriesBeforeAFaultCountAndThoseBehindItDoNot() {
        Source board = Source.of(TWO + "dma { iommus = <&b 0x10>, <0x77 0x11>, <&b 0x12>; };");

        assertThat(board.master("/dma").streams()).containsExactly(use("/iommu@6000000", 0x10, 0));
        assertThat(board.codes()).contains("phandle-dangling");
    }

    @Test
    void aDeviceBelowADisabledBusIsDisabled() {
        Source board =
                Source.of(
                        TWO
                                + """
                                bus { status = "disabled"; dma { status = "okay"; iommus = <&b 1>; }; };
                                dma { status = "ok"; iommus = <&b 2>; };
                                """);

        assertThat(board.master("/bus/dma").enabled()).isFalse();
        assertThat(board.master("/dma").enabled()).isTrue();
    }

    @Test
    void coherenceIsTheNearestWordOnTheWayUp() {
        Source board =
                Source.of(
                        TWO
                                + """
                                bus {
                                    dma-coherent;
                                    dma { iommus = <&b 1>; };
                                    usb { dma-noncoherent; iommus = <&b 2>; };
                                };
                                dma { iommus = <&b 3>; };
                                """);

        assertThat(board.master("/bus/dma").coherent()).isTrue();
        assertThat(board.master("/bus/usb").coherent()).isFalse();
        assertThat(board.master("/dma").coherent()).isFalse();
    }

    @Test
    void anSmmuV2ThatCountsOneCellGivesItsMaskToAll() {
        Source board =
                Source.of(
                        """
                        a: iommu@5000000 {
                            compatible = "arm,smmu-v2";
                            reg = <0x5000000 0x10000>;
                            #iommu-cells = <1>;
                            stream-match-mask = <0x7c00>;
                        };
                        dma { iommus = <&a 0x20>; };
                        """);

        assertThat(board.master("/dma").streams())
                .containsExactly(use("/iommu@5000000", 0x20, 0x7c00));
    }

    @Test
    void aStreamIdOfThirtyTwoBitsIsUnsigned() {
        Source board = Source.of(TWO + "dma { iommus = <&b 0xfffffff0>; };");

        assertThat(board.master("/dma").streams())
                .containsExactly(use("/iommu@6000000", 0xfffffff0L, 0));
    }

    private static Master.StreamUse use(String iommu, long id, int mask) {
        return new Master.StreamUse(PhysicalStream.of(iommu, id), mask);
    }
}
