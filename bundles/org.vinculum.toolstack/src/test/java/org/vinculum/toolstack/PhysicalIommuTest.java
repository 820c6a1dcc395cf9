package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Only an SMMUv3 that is in use can nest what a virtual SMMUv3 shows.
class PhysicalIommuTest {
    private static final String NODES =
            """
            off: iommu@60000000 {
                compatible = "arm,smmu-v3"; reg = <0 0x60000000 0 0x20000>; #iommu-cells = <1>;
                status = "disabled";
            };
            v2: iommu@61000000 {
                compatible = "arm,mmu-500"; reg = <0 0x61000000 0 0x20000>; #iommu-cells = <2>;
                #global-interrupts = <1>;
            };
            own: iommu@62000000 {
                compatible = "example,iommu"; reg = <0 0x62000000 0 0x1000>; #iommu-cells = <0>;
            };
            bare: iommu { compatible = "arm,smmu-v3"; #iommu-cells = <1>; };
            behind-off { iommus = <&off 1>; };
            behind-v2 { iommus = <&v2 1 0x7f>; };
            behind-own { iommus = <&own>; };
            behind-both { iommus = <&a 1>, <&own>; };
            behind-bare { iommus = <&bare 1>; };
            behind-nothing { };
            """;

    @ParameterizedTest
    @CsvSource({
        "behind-off, iommu-disabled",
        "behind-v2, iommu-not-smmuv3",
        "behind-own, iommu-not-smmuv3",
        "behind-both, iommu-not-smmuv3",
        "behind-bare, iommu-without-registers",
        "behind-nothing, device-without-iommu",
    })
    void othersAreRefusedWithTheReason(String device, String code) {
        var refusal = Workbench.withHost(NODES).config("dtdev = [ \"/" + device + "\" ]").refusal();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message()).startsWith("'/" + device + "' stands behind ");
    }

    @Test
    void theReasonForAnSmmuV2NamesIt() {
        assertThat(
                        Workbench.withHost(NODES)
                                .config("dtdev = [ \"/behind-v2\" ]")
                                .refusal()
                                .message())
                .isEqualTo(
                        "'/behind-v2' stands behind /iommu@61000000, an SMMUv2 (arm,mmu-500), which"
                                + " cannot nest the tables of a virtual SMMUv3");
    }

    @Test
    void aFunctionBehindADisabledSmmuIsRefusedToo() {
        String bridge =
                "pcie@50000000 { device_type = \"pci\"; reg = <0 0x50000000 0 0x1000000>;"
                        + " iommu-map = <0 &off 0 0x10000>; };";

        assertThat(
                        Workbench.withHost(NODES + bridge)
                                .config("pci = [ \"01:00.0\" ]")
                                .refusal()
                                .code())
                .isEqualTo("iommu-disabled");
    }
}
