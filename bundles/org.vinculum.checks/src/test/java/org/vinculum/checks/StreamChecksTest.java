package org.vinculum.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Who cannot be told apart: devices by ID, by mask, and requesters of a bus.
class StreamChecksTest {
    private static final String HEAD =
            """
            /dts-v1/;
            / {
                #address-cells = <1>;
                #size-cells = <1>;
                a: iommu@1000000 { compatible = "arm,mmu-500"; reg = <0x1000000 0x10000>; #iommu-cells = <1>; };
                b: iommu@2000000 { compatible = "arm,mmu-500"; reg = <0x2000000 0x10000>; #iommu-cells = <2>; };
            """;

    private static Report report(String nodes) {
        return Report.of(HEAD + nodes + "};");
    }

    @Test
    void equalIdsBehindTwoIommusAreTwoStreams() {
        assertThat(report("x { iommus = <&a 1>; }; y { iommus = <&b 1 0>; };").codes()).isEmpty();
    }

    @Test
    void manySharersAreCountedAndFourAreNamed() {
        StringBuilder nodes = new StringBuilder();
        for (char c = 'a'; c <= 'f'; c++) {
            nodes.append("d").append(c).append(" { iommus = <&a 7>; };");
        }

        assertThat(report(nodes.toString()).lines())
                .containsExactly(
                        "note stream-shared /iommu@1000000: /da, /db, /dc, /dd and 2 more share the"
                                + " stream 0x7: they cannot be told apart and go to one domain"
                                + " together");
    }

    @Test
    void masksThatLeaveNothingInCommonAreSilent() {
        assertThat(report("x { iommus = <&b 0x10 0xf>; }; y { iommus = <&b 0x20 0xf>; };").codes())
                .isEmpty();
    }

    @Test
    void aDeviceMaySpreadItsOwnStreamsAsItLikes() {
        assertThat(report("x { iommus = <&b 0x10 0xf>, <&b 0x11 0x0>; };").codes()).isEmpty();
    }

    @Test
    void aRequesterThatComesOutAsADevicesStreamSharesIt() {
        Report report =
                report(
                        """
                        dma { iommus = <&a 0x20>; };
                        pcie { device_type = "pci"; iommu-map = <0x0 &a 0x0 0x10000>; };
                        """);

        assertThat(report.lines())
                .containsExactly(
                        "note stream-shared /iommu@1000000: /pcie and /dma share the stream 0x20:"
                                + " they cannot be told apart and go to one domain together");
    }

    @Test
    void requestersOfABusThatComeOutAsOneStreamShareIt() {
        Report report =
                report(
                        """
                        pcie {
                            device_type = "pci";
                            bus-range = <0 0>;
                            iommu-map = <0x0 &a 0x100 0x80>, <0x80 &a 0x100 0x80>;
                        };
                        """);

        assertThat(report.lines())
                .containsExactly(
                        "note stream-shared /iommu@1000000: several requesters of /pcie share the"
                                + " streams 0x100 to 0x17f: they cannot be told apart and go to one"
                                + " domain together");
    }
}
