package org.vinculum.devicetree.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.Iommu;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

class IommuReaderTest {
    @Test
    void theBaseIsTheCpuAddressBehindEveryBus() {
        Source board =
                Source.of(
                        """
                        soc {
                            #address-cells = <2>;
                            #size-cells = <1>;
                            ranges = <0x0 0x0 0x80000000 0x10000000>, <0x1 0x0 0xa0000000 0x10000000>;
                            cluster@1 {
                                #address-cells = <1>;
                                #size-cells = <1>;
                                ranges = <0x0 0x1 0x4000000 0x1000000>;
                                identity {
                                    #address-cells = <1>;
                                    #size-cells = <1>;
                                    ranges;
                                    iommu@40000 {
                                        compatible = "arm,smmu-v3";
                                        reg = <0x40000 0x20000>;
                                        #iommu-cells = <1>;
                                    };
                                };
                            };
                        };
                        """);

        assertThat(board.iommu("/soc/cluster@1/identity/iommu@40000").registers())
                .contains(AddressRange.of(0xa4040000L, 0x20000));
    }

    @Test
    void aBusWithoutRangesGivesNoBase() {
        Source board =
                Source.of(
                        """
                        soc {
                            #address-cells = <1>;
                            #size-cells = <1>;
                            iommu@40000 { compatible = "arm,mmu-500"; reg = <0x40000 0x20000>; };
                        };
                        """);

        assertThat(board.iommu("/soc/iommu@40000").base()).isEmpty();
        assertThat(board.codes()).containsExactly("reg-untranslatable");
    }

    @Test
    void addressesOfMoreThanThirtyTwoBitsArePutTogetherFromTwoCells() {
        Source board =
                Source.of(
                        """
                        soc {
                            #address-cells = <2>;
                            #size-cells = <2>;
                            ranges;
                        };
                        """
                                .replace(
                                        "ranges;",
                                        """
                                        ranges;
                                        iommu@8c0040000 {
                                            compatible = "arm,mmu-500";
                                            reg = <0x8 0xc0040000 0x0 0x20000>;
                                        };
                                        """));

        assertThat(board.iommu("/soc/iommu@8c0040000").base()).contains(new Address(0x8c0040000L));
    }

    @Test
    void anSmmuV3HasItsInterruptsByNameAndItsErrata() {
        Source board =
                Source.of(
                        """
                        interrupt-parent = <&gic>;
                        gic: pic { interrupt-controller; #interrupt-cells = <3>; };
                        iommu@a0040000 {
                            compatible = "hisilicon,hip07-smmu", "arm,smmu-v3";
                            reg = <0xa0040000 0x20000>;
                            #iommu-cells = <1>;
                            interrupts = <0 0x2ba 1>, <0 0x2bb 1>;
                            interrupt-names = "eventq", "gerror";
                            hisilicon,broken-prefetch-cmd;
                        };
                        """);

        var smmu = (Iommu.SmmuV3) board.iommu("/iommu@a0040000");
        assertThat(smmu.interrupts())
                .containsExactly(
                        new Iommu.Interrupt("eventq", List.of(0, 0x2ba, 1)),
                        new Iommu.Interrupt("gerror", List.of(0, 0x2bb, 1)));
        assertThat(smmu.errata()).containsExactly("hisilicon,broken-prefetch-cmd");
        assertThat(board.codes()).isEmpty();
    }

    @Test
    void interruptsThatGoToAnotherControllerAreSplitByThatOnesCells() {
        Source board =
                Source.of(
                        """
                        mbigen: pic { interrupt-controller; #interrupt-cells = <2>; };
                        iommu@a0040000 {
                            compatible = "arm,smmu-v3";
                            reg = <0xa0040000 0x20000>;
                            #iommu-cells = <1>;
                            interrupts-extended = <&mbigen 1 4>, <&mbigen 2 4>;
                            interrupt-names = "eventq", "gerror";
                        };
                        """);

        var smmu = (Iommu.SmmuV3) board.iommu("/iommu@a0040000");
        assertThat(smmu.interrupts())
                .extracting(Iommu.Interrupt::specifier)
                .containsExactly(List.of(1, 4), List.of(2, 4));
    }

    @Test
    void theFirstCompatibleNamesAnSmmuV2() {
        Source board =
                Source.of(
                        """
                        iommu@1 { compatible = "qcom,sdm845-smmu-500", "arm,mmu-500"; reg = <1 1>; };
                        """);

        var smmu = (Iommu.SmmuV2) board.iommu("/iommu@1");
        assertThat(smmu.compatible()).isEqualTo("qcom,sdm845-smmu-500");
        assertThat(smmu.kind()).isEqualTo("smmuv2");
    }

    @Test
    void anyOtherNodeThatCountsIommuCellsIsAnIommuOfItsOwnKind() {
        Source board =
                Source.of(
                        """
                        mmu@1 {
                            compatible = "renesas,ipmmu-r8a7795", "renesas,ipmmu-vmsa";
                            reg = <1 1>;
                            #iommu-cells = <1>;
                        };
                        """);

        var iommu = (Iommu.OtherIommu) board.iommu("/mmu@1");
        assertThat(iommu.kind()).isEqualTo("renesas,ipmmu-vmsa");
        assertThat(iommu.attributes())
                .isEqualTo(
                        Map.of(
                                "compatible",
                                "renesas,ipmmu-r8a7795, renesas,ipmmu-vmsa",
                                "#iommu-cells",
                                "1"));
    }

    @Test
    void aNodeThatIsReferredToAsAnIommuIsOne() {
        Source board = Source.of("u: unit { }; dma { iommus = <&u 1>; };");

        assertThat(board.iommu("/unit").kind()).isEqualTo("unknown");
        assertThat(board.platform().masters()).isEmpty();
        assertThat(board.codes()).containsExactly("cells-missing");
    }

    @Test
    void anIommuBelowADisabledBusIsDisabled() {
        Source board =
                Source.of(
                        """
                        soc { status = "disabled"; iommu { compatible = "arm,smmu-v2"; }; };
                        """);

        assertThat(board.iommu("/soc/iommu").enabled()).isFalse();
    }
}
