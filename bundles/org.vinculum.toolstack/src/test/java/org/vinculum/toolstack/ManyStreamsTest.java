package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vinculum.binding.GuestBinder;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;

/// Five DMA controllers with 16 stream IDs each, without one line from the user about IDs.
class ManyStreamsTest {
    private static GuestBinder.Result result;

    @BeforeAll
    static void bind() {
        StringBuilder nodes = new StringBuilder();
        StringBuilder dtdev = new StringBuilder("dtdev = [\n");
        for (int i = 0; i < 5; i++) {
            String name = "dma@" + (i + 1) + "0000000";
            nodes.append(name).append(" { reg = <0 0x").append(name.substring(4));
            nodes.append(" 0 0x1000>; compatible = \"example,dma\"; iommus =");
            for (int j = 0; j < 16; j++) {
                nodes.append(j == 0 ? " " : ", ").append("<&a ").append(0x100 * i + j).append('>');
            }
            nodes.append("; };\n");
            dtdev.append("  \"/").append(name).append("\",\n");
        }
        result = Workbench.withHost(nodes.toString()).config(dtdev.append("]").toString()).bind();
    }

    @Test
    void allEightyStreamsAreBound() {
        assertThat(result.binding().streams()).hasSize(80);
        assertThat(result.rows()).hasSize(80);
    }

    @Test
    void idsRunThroughTheDevicesInOrder() {
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 16; j++) {
                PhysicalStream stream = PhysicalStream.of("/iommu@4f000000", 0x100 * i + j);
                assertThat(result.binding().ofPhysical(stream).orElseThrow().vsid())
                        .isEqualTo(StreamId.of(16 * i + j + 1));
            }
        }
    }

    @Test
    void eachNodeListsItsSixteen() {
        var cells = Workbench.cells(result, "/passthrough/dma@20000000", "iommus");

        assertThat(cells).hasSize(32);
        assertThat(cells.subList(0, 4)).containsExactly("0xfdea", "0x11", "0xfdea", "0x12");
    }
}
