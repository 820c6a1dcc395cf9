package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vinculum.binding.GuestBinder;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;

/// Two devices with the same physical ID behind two SMMUs, in one guest.
class EqualPhysicalIdsTest {
    private static GuestBinder.Result result;

    @BeforeAll
    static void bind() {
        result =
                Workbench.withHost(
                                """
                                dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>; };
                                dma@20000000 { reg = <0 0x20000000 0 0x1000>; iommus = <&b 0x10>; };
                                """)
                        .config("dtdev = [ \"/dma@10000000\", \"/dma@20000000\" ]")
                        .bind();
    }

    @Test
    void theyHaveTwoVirtualIds() {
        assertThat(Workbench.cells(result, "/passthrough/dma@10000000", "iommus"))
                .containsExactly("0xfdea", "0x1");
        assertThat(Workbench.cells(result, "/passthrough/dma@20000000", "iommus"))
                .containsExactly("0xfdea", "0x2");
    }

    @Test
    void fromVirtualToPhysicalIsRight() {
        assertThat(result.binding().ofVirtual(0, StreamId.of(1)).orElseThrow().physical())
                .isEqualTo(PhysicalStream.of("/iommu@4f000000", 0x10));
        assertThat(result.binding().ofVirtual(0, StreamId.of(2)).orElseThrow().physical())
                .isEqualTo(PhysicalStream.of("/iommu@4f800000", 0x10));
    }

    @Test
    void fromPhysicalToVirtualIsRight() {
        assertThat(vsid("/iommu@4f000000")).isEqualTo(StreamId.of(1));
        assertThat(vsid("/iommu@4f800000")).isEqualTo(StreamId.of(2));
    }

    @Test
    void oneVirtualSmmuStandsForBothAndIsOnlyAsCoherentAsTheLeast() {
        assertThat(result.binding().viommus()).hasSize(1);
        assertThat(Workbench.guestNode(result, "/iommu@4040000").has("dma-coherent")).isFalse();
    }

    @Test
    void onePerPhysicalIsAChoice() {
        GuestBinder.Result two =
                Workbench.withHost(
                                """
                                dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>; };
                                dma@20000000 { reg = <0 0x20000000 0 0x1000>; iommus = <&b 0x10>; };
                                """)
                        .config(
                                "viommu_topology = \"per-physical\"",
                                "dtdev = [ \"/dma@10000000\", \"/dma@20000000\" ]")
                        .bind();

        assertThat(Workbench.cells(two, "/passthrough/dma@20000000", "iommus"))
                .containsExactly("0xfdeb", "0x1");
        assertThat(Workbench.cells(two, "/iommu@4080000", "reg"))
                .containsExactly("0x0", "0x4080000", "0x0", "0x20000");
        assertThat(Workbench.cells(two, "/iommu@4080000", "interrupts"))
                .containsExactly("0x0", "0x2", "0x1");
        assertThat(Workbench.guestNode(two, "/iommu@4040000").has("dma-coherent")).isTrue();
        assertThat(Workbench.guestNode(two, "/iommu@4080000").has("dma-coherent")).isFalse();
    }

    private static StreamId vsid(String iommu) {
        return result.binding().ofPhysical(PhysicalStream.of(iommu, 0x10)).orElseThrow().vsid();
    }
}
