package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.binding.GuestBinder;

/// Devices that share a stream go to one domain together, with one ID.
class SharedStreamTest {
    private static final String NODES =
            """
            dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>; };
            dma@20000000 { reg = <0 0x20000000 0 0x1000>; iommus = <&a 0x10>, <&a 0x11>; };
            off@30000000 {
                reg = <0 0x30000000 0 0x1000>; iommus = <&a 0x11>; status = "disabled";
            };
            pcie@50000000 {
                device_type = "pci"; reg = <0 0x50000000 0 0x1000000>;
                iommu-map = <0x100 &a 0x10 1>;
            };
            """;

    @Test
    void splittingAStreamBetweenDomainAndHostIsRefusedWithTheReason() {
        var refusal = Workbench.withHost(NODES).config("dtdev = [ \"/dma@10000000\" ]").refusal();

        assertThat(refusal.code()).isEqualTo("stream-shared");
        assertThat(refusal.message())
                .isEqualTo(
                        "'/dma@10000000' shares /iommu@4f000000 0x10 with /dma@20000000, which"
                            + " would stay with the host; the SMMU cannot tell them apart: give all"
                            + " of them to this domain, or none");
    }

    @Test
    void givenBothTheyHaveOneId() {
        GuestBinder.Result result =
                Workbench.withHost(NODES)
                        .config("dtdev = [ \"/dma@10000000\", \"/dma@20000000\" ]")
                        .bind();

        assertThat(Workbench.streams(result))
                .containsExactly("0x10@/iommu@4f000000=0x1", "0x11@/iommu@4f000000=0x2");
        assertThat(result.binding().streams().getFirst().devices())
                .containsExactly("/dma@10000000", "/dma@20000000");
        assertThat(Workbench.cells(result, "/passthrough/dma@20000000", "iommus"))
                .containsExactly("0xfdea", "0x1", "0xfdea", "0x2");
        assertThat(result.rows().get(1).why()).isEqualTo("allocated, shared with /dma@10000000");
    }

    @Test
    void aDisabledSharerIssuesNothingAndDoesNotCount() {
        assertThat(
                        Workbench.withHost(NODES)
                                .config("dtdev = [ \"/dma@10000000\", \"/dma@20000000\" ]")
                                .bind()
                                .binding()
                                .streams())
                .hasSize(2);
    }

    @Test
    void aStreamThatARequesterMayBeMappedToIsWarnedOf() {
        var notes =
                Workbench.withHost(NODES)
                        .config("dtdev = [ \"/dma@10000000\", \"/dma@20000000\" ]")
                        .bind()
                        .notes();

        assertThat(notes.stream().filter(n -> n.code().equals("stream-mapped")))
                .extracting("message")
                .contains(
                        "'/dma@10000000' uses /iommu@4f000000 0x10, which a requester behind"
                                + " /pcie@50000000 would be mapped to as well; make sure that there"
                                + " is none");
    }

    @Test
    void aPciFunctionThatSharesWithAPlatformDeviceIsRefusedToo() {
        var refusal = Workbench.withHost(NODES).config("pci = [ \"01:00.0\" ]").refusal();

        assertThat(refusal.code()).isEqualTo("stream-shared");
        assertThat(refusal.message()).contains("/dma@10000000, /dma@20000000");
    }
}
