package org.vinculum.devicetree.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Platform;

class BusReaderTest {
    @Test
    void bridgesInsideAHierarchyAreNoHostBridges() {
        Platform platform =
                Source.of(
                                """
                                pcie@1 {
                                    device_type = "pci";
                                    #address-cells = <3>;
                                    #size-cells = <2>;
                                    bridge@0 { device_type = "pci"; };
                                };
                                """)
                        .platform();

        assertThat(platform.buses()).extracting(Bus::path).containsExactly("/pcie@1");
    }

    @Test
    void hostBridgesWithoutADomainTakeTheLowestFreeSegmentsInOrder() {
        assertThat(
                        segments(
                                """
                                a { device_type = "pci"; };
                                b { device_type = "pci"; linux,pci-domain = <1>; };
                                c { device_type = "pci"; };
                                """))
                .containsExactly(0, 1, 2);
    }

    @Test
    void disabledHostBridgesAreNumberedLast() {
        assertThat(
                        segments(
                                """
                                a { device_type = "pci"; status = "disabled"; };
                                b { device_type = "pci"; };
                                c { device_type = "pci"; };
                                """))
                .containsExactly(2, 0, 1);
    }

    @Test
    void theBusRangeIsKeptAndAllBusesWithoutOne() {
        Source board =
                Source.of(
                        """
                        a { device_type = "pci"; bus-range = <0x20 0x3f>; };
                        b { device_type = "pci"; };
                        c { device_type = "pci"; bus-range = <0x0 0x100>; };
                        """);

        assertThat(board.bus("/a").pci()).contains(new Bus.Pci(0, 0x20, 0x3f));
        assertThat(board.bus("/b").pci()).contains(new Bus.Pci(1, 0, 0xff));
        assertThat(board.bus("/c").pci()).contains(new Bus.Pci(2, 0, 0xff));
        assertThat(board.codes()).containsExactly("bus-range-invalid");
    }

    @Test
    void aHostBridgeIsCoherentByItsOwnWordOrItsParents() {
        Source board =
                Source.of(
                        """
                        soc { dma-coherent; a { device_type = "pci"; }; };
                        b { device_type = "pci"; };
                        """);

        assertThat(board.bus("/soc/a").coherent()).isTrue();
        assertThat(board.bus("/b").coherent()).isFalse();
    }

    private static List<Integer> segments(String nodes) {
        return Source.of(nodes).platform().buses().stream()
                .map(bus -> bus.pci().orElseThrow().segment())
                .toList();
    }
}
