package org.vinculum.devicetree.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.devicetree.topology.TreeOf.cells;
import static org.vinculum.devicetree.topology.TreeOf.node;
import static org.vinculum.devicetree.topology.TreeOf.root;
import static org.vinculum.devicetree.topology.TreeOf.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.devicetree.model.Node;
import org.vinculum.firmware.Bus;

/// Any map gives what a plain walk over its cells gives, written down here a second time after Linux's `of_map_id`.
class RandomMapTest {
    private static final int MAPS = 400;
    private static final int IDS = 50;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20221026, 0x5eed})
    void anyRequesterOfAnyMapComesOutAsLinuxHasIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < MAPS; i++) {
            int[] map = map(random);
            int mask = random.nextBoolean() ? -1 : random.nextInt(0x10000);
            Bus bus = bus(map, mask);
            for (int j = 0; j < IDS; j++) {
                int id = random.nextInt(0x10000);
                assertThat(bus.stream(id).map(Object::toString).orElse("none"))
                        .as("seed %d, map %d, requester %x", seed, i, id)
                        .isEqualTo(oracle(map, mask, id));
            }
        }
    }

    // IOMMU 1 asks for one cell, 2 for two
    private static int[] map(SplittableRandom random) {
        List<Integer> cells = new ArrayList<>();
        int entries = random.nextInt(6);
        for (int i = 0; i < entries; i++) {
            int iommu = random.nextInt(1, 3);
            cells.add(random.nextInt(0x100) << 8);
            cells.add(iommu);
            cells.add(random.nextInt());
            if (iommu == 2) {
                cells.add(random.nextInt(4));
            }
            cells.add(iommu == 2 ? 1 : random.nextInt(0x800));
        }
        return cells.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Bus bus(int[] map, int mask) {
        Node pcie = node("pcie", text("device_type", "pci"), cells("iommu-map", map));
        pcie.set(cells("iommu-map-mask", mask));
        return PlatformReader.read("t", root(iommu(1), iommu(2), pcie))
                .platform()
                .buses()
                .getFirst();
    }

    private static Node iommu(int number) {
        return node(
                "iommu@" + number,
                text("compatible", "arm,mmu-500"),
                cells("reg", number << 20, 0x10000),
                cells("#iommu-cells", number),
                cells("phandle", number));
    }

    private static String oracle(int[] map, int mask, int id) {
        boolean legacy = map.length % 4 == 0;
        for (int at = 0; legacy && at < map.length; at += 4) {
            legacy = map[at + 1] == map[1] && map[at + 3] == 1;
        }
        long masked = (id & mask) & 0xffff_ffffL;
        int at = 0;
        while (at < map.length) {
            int cells = legacy ? 1 : map[at + 1];
            long base = map[at] & 0xffff_ffffL;
            long length = map[at + 2 + cells] & 0xffff_ffffL;
            if ((map[at] & ~mask) != 0) {
                return "none";
            }
            if (masked >= base && masked < base + length) {
                long output = (masked - base + map[at + 2]) & 0xffff_ffffL;
                return "/iommu@" + map[at + 1] + " 0x" + Long.toHexString(output);
            }
            at += 3 + cells;
        }
        return "none";
    }
}
