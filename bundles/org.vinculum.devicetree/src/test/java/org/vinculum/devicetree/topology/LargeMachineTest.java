package org.vinculum.devicetree.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.devicetree.topology.TreeOf.cells;
import static org.vinculum.devicetree.topology.TreeOf.node;
import static org.vinculum.devicetree.topology.TreeOf.root;
import static org.vinculum.devicetree.topology.TreeOf.smmuV3;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;

/// More IOMMUs and masters than any machine has today (ID-6).
class LargeMachineTest {
    private static final int SMMUS = 64;
    private static final int MASTERS = 5000;

    @Test
    void everyMasterOfALargeMachineHasItsStream() {
        Platform platform = PlatformReader.read("t", machine()).platform();

        assertThat(platform.iommus()).hasSize(SMMUS);
        assertThat(platform.masters()).hasSize(MASTERS);
        Set<PhysicalStream> streams = new HashSet<>();
        for (Master master : platform.masters()) {
            streams.add(master.streams().getFirst().stream());
        }
        assertThat(streams).hasSize(MASTERS);
        assertThat(platform.masters().get(4999).streams().getFirst().stream())
                .isEqualTo(PhysicalStream.of("/iommu@40700000", 4999));
    }

    private static DeviceTree machine() {
        Node[] nodes = new Node[SMMUS + MASTERS];
        for (int i = 0; i < SMMUS; i++) {
            nodes[i] = smmuV3(0x40000000 + i * 0x100000, i + 1);
        }
        for (int i = 0; i < MASTERS; i++) {
            nodes[SMMUS + i] =
                    node(
                            "dma@" + Integer.toHexString(0x10000000 + i),
                            cells("iommus", i % SMMUS + 1, i));
        }
        return root(nodes);
    }
}
