package org.vinculum.devicetree.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.firmware.IdMap;

/// Requester IDs come out as no other stream than the one Linux programs, whatever way a board writes its map.
class RequesterMapTest {
    private static final String SMMU =
            """
            smmu: iommu@5000000 {
                compatible = "arm,mmu-500";
                reg = <0x5000000 0x100000>;
                #iommu-cells = <1>;
            };
            """;

    private static final String SMMU_OF_TWO_CELLS =
            """
            smmu: iommu@5000000 {
                compatible = "arm,mmu-500";
                reg = <0x5000000 0x100000>;
                #iommu-cells = <2>;
            };
            """;

    @Test
    void aMaskWithHolesLeavesTheIdsThatItsEntriesHold() {
        Source board =
                Source.of(
                        SMMU
                                + """
                                pcie {
                                    device_type = "pci";
                                    iommu-map-mask = <0x31f>;
                                    iommu-map = <0x0 &smmu 0x480 0x20>,
                                                <0x100 &smmu 0x4a0 0x20>,
                                                <0x200 &smmu 0x4c0 0x20>;
                                };
                                """);

        assertThat(board.stream("/pcie", 0x0)).isEqualTo("/iommu@5000000 0x480");
        assertThat(board.stream("/pcie", 0x0ff)).isEqualTo("/iommu@5000000 0x49f");
        assertThat(board.stream("/pcie", 0x5e8)).isEqualTo("/iommu@5000000 0x4a8");
        assertThat(board.stream("/pcie", 0x200)).isEqualTo("/iommu@5000000 0x4c0");
        assertThat(board.stream("/pcie", 0x300)).isEqualTo("bypass");
    }

    @Test
    void aMaskOfZeroLeadsEveryRequesterToOneStreamOfADisabledSmmu() {
        Source board =
                Source.of(
                        """
                        smmu: iommu@2b500000 {
                            compatible = "arm,mmu-401", "arm,smmu-v1";
                            reg = <0x2b500000 0x10000>;
                            #iommu-cells = <1>;
                            status = "disabled";
                        };
                        pcie {
                            device_type = "pci";
                            iommu-map-mask = <0x0>;
                            iommu-map = <0x0 &smmu 0x0 0x1>;
                        };
                        """);

        assertThat(board.stream("/pcie", 0x0)).isEqualTo("/iommu@2b500000 0x0");
        assertThat(board.stream("/pcie", 0xffff)).isEqualTo("/iommu@2b500000 0x0");
        assertThat(board.iommu("/iommu@2b500000").enabled()).isFalse();
    }

    @Test
    void anEntryOfLengthZeroIsKeptAndMatchesNothing() {
        Source board = Source.of(SMMU + "fsl-mc { iommu-map = <0x0 &smmu 0x0 0x0>; };");

        assertThat(board.bus("/fsl-mc").pci()).isEmpty();
        assertThat(board.bus("/fsl-mc").iommuMap().entries())
                .containsExactly(new IdMap.Entry(0, 0, "/iommu@5000000", 0));
        assertThat(board.stream("/fsl-mc", 0)).isEqualTo("bypass");
    }

    @Test
    void entriesOfFourCellsLengthOneAndOneTargetAreReadWithOneOutputCell() {
        Source board =
                Source.of(
                        SMMU_OF_TWO_CELLS
                                + """
                                pcie {
                                    device_type = "pci";
                                    iommu-map = <0x0 &smmu 0x1400 0x1>,
                                                <0x100 &smmu 0x1401 0x1>,
                                                <0x200 &smmu 0x1402 0x1>;
                                };
                                """);

        assertThat(board.stream("/pcie", 0x100)).isEqualTo("/iommu@5000000 0x1401");
        assertThat(board.stream("/pcie", 0x101)).isEqualTo("bypass");
        assertThat(board.codes()).isEmpty();
    }

    @Test
    void otherEntriesHaveAsManyOutputCellsAsTheirTargetAsksFor() {
        Source board =
                Source.of(
                        SMMU_OF_TWO_CELLS
                                + """
                                pcie {
                                    device_type = "pci";
                                    iommu-map = <0x0 &smmu 0x1400 0x7f 0x1>,
                                                <0x100 &smmu 0x1480 0x7f 0x1>;
                                };
                                """);

        assertThat(board.bus("/pcie").iommuMap().entries())
                .containsExactly(
                        new IdMap.Entry(0, 1, "/iommu@5000000", 0x1400, 0x7f),
                        new IdMap.Entry(0x100, 1, "/iommu@5000000", 0x1480, 0x7f));
        assertThat(board.codes()).isEmpty();
    }

    @Test
    void eachEntryIsAsLongAsItsOwnTargetMakesIt() {
        Source board =
                Source.of(
                        SMMU_OF_TWO_CELLS
                                + """
                                other: iommu@6000000 {
                                    compatible = "arm,smmu-v3";
                                    reg = <0x6000000 0x20000>;
                                    #iommu-cells = <1>;
                                };
                                pcie {
                                    device_type = "pci";
                                    iommu-map = <0x0 &smmu 0x1400 0x0 0x1>,
                                                <0x100 &other 0x8000 0x100>;
                                };
                                """);

        assertThat(board.stream("/pcie", 0x0)).isEqualTo("/iommu@5000000 0x1400");
        assertThat(board.stream("/pcie", 0x1ff)).isEqualTo("/iommu@6000000 0x80ff");
    }

    @Test
    void anEntryOfTwoOutputCellsAndMoreThanOneIdGivesNoStream() {
        Source board =
                Source.of(
                        SMMU_OF_TWO_CELLS
                                + "pcie { device_type = \"pci\"; iommu-map = <0 &smmu 0x400 0"
                                + " 0x10>; };");

        assertThat(board.stream("/pcie", 0)).isEqualTo("bypass");
        assertThat(board.codes()).containsExactly("map-wide-range");
    }

    @Test
    void aMapThatEndsWithinAnEntryKeepsTheEntriesBefore() {
        Source board =
                Source.of(
                        SMMU
                                + """
                                pcie {
                                    device_type = "pci";
                                    iommu-map = <0x0 &smmu 0x0 0x100>, <0x100 &smmu 0x100>;
                                };
                                """);

        assertThat(board.stream("/pcie", 0xff)).isEqualTo("/iommu@5000000 0xff");
        assertThat(board.stream("/pcie", 0x100)).isEqualTo("bypass");
        assertThat(board.codes()).containsExactly("cells-count");
    }

    @Test
    void anMsiControllerThatCountsNoCellsTakesOne() {
        Source board =
                Source.of(
                        """
                        its: msi-controller { msi-controller; };
                        pcie { device_type = "pci"; msi-map = <0x0 &its 0x10000 0x10000>; };
                        """);

        assertThat(board.bus("/pcie").msiMap().map(0x108))
                .map(m -> m.target() + " 0x" + Long.toHexString(m.id()))
                .contains("/msi-controller 0x10108");
        assertThat(board.bus("/pcie").iommuMap()).isEqualTo(IdMap.NONE);
    }

    @Test
    void aMapWithOneCellAMoreThanItsMaskIsReadWithAllOnes() {
        Source board =
                Source.of(
                        SMMU
                                + """
                                pcie {
                                    device_type = "pci";
                                    iommu-map-mask = <0x0 0xff>;
                                    iommu-map = <0x0 &smmu 0x0 0x10000>;
                                };
                                """);

        assertThat(board.stream("/pcie", 0xabcd)).isEqualTo("/iommu@5000000 0xabcd");
        assertThat(board.codes()).containsExactly("cells-count");
    }
}
