package org.vinculum.itests.machines.shown;

/// A board with five SMMUs, one at the place of each of HiSilicon's hip07 (D05): addresses beyond 32 bits, the same stream IDs
/// behind four of them, memory from 0.
final class Hip07 {
    static final String SOURCE =
            """
            /dts-v1/;
            / {
                #address-cells = <2>;
                #size-cells = <2>;
                compatible = "example,five-smmus";
                memory@0 { device_type = "memory"; reg = <0 0 0 0x40000000>; };
                pcie: iommu@a0040000 { reg = <0 0xa0040000 0 0x20000>; SMMU };
                alg0: iommu@d0040000 { reg = <0 0xd0040000 0 0x20000>; SMMU };
                alg1: iommu@8d0040000 { reg = <0x8 0xd0040000 0 0x20000>; SMMU };
                alg2: iommu@400d0040000 { reg = <0x400 0xd0040000 0 0x20000>; SMMU };
                alg3: iommu@408d0040000 { reg = <0x408 0xd0040000 0 0x20000>; SMMU };
                ethernet@a0000000 { reg = <0 0xa0000000 0 0x10000>; iommus = <&pcie 0x100>; };
                crypto@d2000000 { reg = <0 0xd2000000 0 0x10000>; iommus = <&alg0 0x600>; };
                crypto@8d2000000 { reg = <8 0xd2000000 0 0x10000>; iommus = <&alg1 0x600>; };
                crypto@400d2000000 { reg = <0x400 0xd2000000 0 0x10000>; iommus = <&alg2 0x600>; };
                crypto@408d2000000 { reg = <0x408 0xd2000000 0 0x10000>; iommus = <&alg3 0x600>; };
            };
            """
                    .replace(
                            "SMMU",
                            "compatible = \"arm,smmu-v3\"; #iommu-cells = <1>; dma-coherent;"
                                    + " hisilicon,broken-prefetch-cmd;");

    private Hip07() {}
}
