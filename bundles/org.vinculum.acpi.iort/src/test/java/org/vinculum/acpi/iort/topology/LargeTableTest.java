package org.vinculum.acpi.iort.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.UnreadableInputException;

/// Tables that ask for more work than their size shows.
class LargeTableTest {
    // a chain of nodes, each with maps that overlap, and as many root complexes before its start
    private static Iort chain(int length, int roots, IortNode end, int maps) {
        List<IortNode> nodes = new ArrayList<>();
        long chain = 0x100L * (roots + 1);
        for (int i = 0; i < roots; i++) {
            nodes.add(TableOf.root(0x100L * (i + 1), i, 3, maps(chain, maps)));
        }
        for (int i = 0; i < length; i++) {
            nodes.add(TableOf.pmcg(chain, 1, maps(chain + 0x100, maps)));
            chain += 0x100;
        }
        nodes.add(end);
        return TableOf.nodes(nodes.toArray(IortNode[]::new));
    }

    private static IdMapping[] maps(long reference, int count) {
        IdMapping[] maps = new IdMapping[count];
        for (int i = 0; i < count; i++) {
            maps[i] = TableOf.range(i * 0x10, 0x11, i * 0x10, reference);
        }
        return maps;
    }

    @Test
    void everyIdComesToTheEndOfALongChain() {
        Iort table = chain(1500, 1500, TableOf.smmuV3(0x100L * 3001), 3);

        Platform platform = TableOf.platform(table);

        assertThat(platform.buses()).hasSize(1500);
        assertThat(platform.buses().getLast().stream(0x2f).orElseThrow().id().unsigned())
                .isEqualTo(0x2f);
    }

    @Test
    void aChainThatEndsNowhereIsNotFollowed() {
        Iort table = chain(20_000, 20_000, TableOf.its(0x10), 3);

        assertThat(TableOf.platform(table).buses())
                .extracting(Bus::iommuMap)
                .allMatch(map -> map.entries().isEmpty());
    }

    @Test
    void aCircleEndsAndWhatLeavesItArrives() {
        Platform platform =
                TableOf.platform(
                        TableOf.root(0x100, TableOf.range(0, 0x100, 0, 0x200)),
                        TableOf.pmcg(
                                0x200,
                                1,
                                TableOf.range(0, 0x80, 0x90, 0x200),
                                TableOf.range(0x90, 0x40, 0, 0x200),
                                TableOf.range(0xd0, 0x100, 0, 0x300)),
                        TableOf.smmuV3(0x300));

        Bus bus = platform.buses().getFirst();
        assertThat(bus.stream(0)).isEmpty();
        assertThat(bus.stream(0x41).orElseThrow().id().unsigned()).isEqualTo(1);
        assertThat(bus.stream(0xd5).orElseThrow().id().unsigned()).isEqualTo(5);
    }

    @Test
    void runsThatSplitAtEveryNodeStayCountable() {
        List<IortNode> nodes = new ArrayList<>();
        nodes.add(TableOf.root(0x100, TableOf.range(0, 1L << 32, 0, 0x200)));
        // every level cuts the IDs into 64 runs and shuffles them
        for (int i = 2; i < 40; i++) {
            IdMapping[] maps = new IdMapping[64];
            for (int m = 0; m < maps.length; m++) {
                maps[m] =
                        TableOf.range(
                                (long) m << 26, 1L << 26, (63L - m << 26) + i, 0x100L * (i + 1));
            }
            nodes.add(TableOf.pmcg(0x100L * i, 1, maps));
        }
        nodes.add(TableOf.smmuV3(0x100 * 40));
        Iort table = TableOf.nodes(nodes.toArray(IortNode[]::new));

        assertThat(TableOf.platform(table).buses()).hasSize(1);
    }

    @Test
    void moreMappingsThanAnyMachineHasAreRefused() {
        IdMapping[] maps = maps(0x200, IdSearch.MOST_RUNS + 1);

        assertThatThrownBy(() -> TableOf.platform(TableOf.root(0x100, maps)))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("t: expected at most 262144 ID mappings, found more");
    }
}
