package org.vinculum.acpi.iort.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;

/// Maps of whole buses against single IDs on their way, over tables that are as wrong as they can be.
class RandomTableTest {
    private static final long[] CORNERS = {0, 1, 0xffff, 0x10000, 0xffff_fffeL, 0xffff_ffffL};

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= 400; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyIdOfABusGoesWhereItGoesOneStepAfterTheOther(long seed) {
        Iort table = table(new SplittableRandom(seed));
        LinuxWalk walk = new LinuxWalk(table);
        RootComplex root = (RootComplex) table.nodes().getFirst();
        Bus bus = TableOf.platform(table).buses().getFirst();

        for (long id : interesting(table)) {
            assertThat(arrival(bus.iommuMap(), id))
                    .as("seed %d, stream of %x in %s", seed, id, table.nodes())
                    .isEqualTo(walk.arrival(root, id, Goal.IOMMU));
            assertThat(arrival(bus.msiMap(), id))
                    .as("seed %d, DeviceID of %x in %s", seed, id, table.nodes())
                    .isEqualTo(walk.arrival(root, id, Goal.MESSAGES));
        }
    }

    private static LinuxWalk.Arrival arrival(IdMap map, long id) {
        return map.map(id)
                .map(m ->
                        new LinuxWalk.Arrival(
                                OptionalLong.of(Long.decode(m.target().substring(5))), m.id()))
                .orElse(new LinuxWalk.Arrival(OptionalLong.empty(), id));
    }

    // both sides of every border that some mapping draws, on its inputs and on its outputs
    private static TreeSet<Long> interesting(Iort table) {
        TreeSet<Long> ids = new TreeSet<>();
        for (long corner : CORNERS) {
            ids.add(corner);
        }
        for (IortNode node : table.nodes()) {
            for (IdMapping m : node.mappings().entries()) {
                for (long d = -1; d <= 1; d++) {
                    ids.add(m.inputBase() + d & Run.LAST_ID);
                    ids.add(m.inputBase() + m.idCount() + d & Run.LAST_ID);
                    ids.add(m.outputBase() + d & Run.LAST_ID);
                }
            }
        }
        return ids;
    }

    private static Iort table(SplittableRandom random) {
        int count = 4 + random.nextInt(5);
        List<IortNode> nodes = new ArrayList<>();
        nodes.add(TableOf.root(0x100, maps(random, count)));
        for (int i = 1; i < count; i++) {
            nodes.add(node(0x100L * (i + 1), random, count));
        }
        return TableOf.nodes(nodes.toArray(IortNode[]::new));
    }

    private static IortNode node(long offset, SplittableRandom random, int count) {
        return switch (random.nextInt(6)) {
            case 0 -> TableOf.its(offset);
            case 1 -> TableOf.root(offset, 1 + offset, 3, maps(random, count));
            case 2 -> TableOf.pmcg(offset, random.nextInt(2), maps(random, count));
            case 3 -> TableOf.smmu(offset, 1, maps(random, count));
            default -> {
                long[] gsivs = {1, 2, 3, random.nextInt(2)};
                int revision = random.nextInt(6);
                int index = random.nextInt(4);
                yield TableOf.smmuV3(offset, revision, 0, gsivs, index, maps(random, count));
            }
        };
    }

    private static IdMapping[] maps(SplittableRandom random, int nodes) {
        IdMapping[] maps = new IdMapping[random.nextInt(6)];
        for (int i = 0; i < maps.length; i++) {
            long reference = 0x100L * random.nextInt(nodes + 2);
            int flags = random.nextInt(8) == 0 ? IdMapping.SINGLE : 0;
            maps[i] = new IdMapping(id(random), length(random), id(random), reference, flags);
        }
        return maps;
    }

    private static long id(SplittableRandom random) {
        return random.nextInt(5) == 0
                ? CORNERS[random.nextInt(CORNERS.length)]
                : random.nextInt(24);
    }

    private static long length(SplittableRandom random) {
        return random.nextInt(6) == 0 ? CORNERS[random.nextInt(CORNERS.length)] : random.nextInt(8);
    }
}
