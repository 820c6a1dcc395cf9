package org.vinculum.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.acpi.iort.IortTables;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Severity;
import org.vinculum.firmware.UnreadableInputException;

/// One sound table with every node type, broken in one place at a time: each break has its verdict.
class BrokenTablesTest {
    private static final String SOUND =
            """
            {
              "format": 1,
              "header": {"revision": 7},
              "nodes": [
                {"type": "its-group", "revision": 1, "label": "its", "itsIdentifiers": [0]},
                {"type": "smmuv3", "revision": 4, "label": "smmu", "base": "0x4f000000",
                 "eventGsiv": 74, "priGsiv": 75, "gerrGsiv": 76, "syncGsiv": 77, "deviceIdIndexValid": false,
                 "mappings": [{"length": 65536, "output": "its"}]},
                {"type": "root-complex", "revision": 4, "segment": 0, "addressLimit": 48,
                 "memory": {"coherent": true, "cpm": true, "dacs": true},
                 "mappings": [{"length": 65536, "output": "smmu"}]},
                {"type": "named-component", "revision": 4, "name": "\\\\_SB_.ETH0", "addressLimit": 40,
                 "mappings": [{"outputBase": "0x10000", "output": "smmu", "single": true}]},
                {"type": "smmu", "revision": 3, "base": "0x5000000", "span": "0x10000", "model": "mmu-500",
                 "globalInterrupts": [{"gsiv": 90}, {"gsiv": 91}], "contextInterrupts": [{"gsiv": 92}]},
                {"type": "pmcg", "revision": 2, "node": "smmu", "page0": "0x4f002000", "page1": "0x4f022000",
                 "mappings": [{"outputBase": "0x20000", "output": "its", "single": true}]},
                {"type": "rmr", "revision": 3, "ranges": [{"base": "0x80000000", "length": "0x10000"},
                                                          {"base": "0x90000000", "length": "0x10000"}],
                 "mappings": [{"outputBase": "0x10000", "output": "smmu", "single": true}]},
                {"type": "iwb", "name": "\\\\_SB_.IWB0", "base": "0x2f000000", "index": 0,
                 "mappings": [{"length": 16, "output": "its"}]}
              ]
            }
            """;

    private static final String UNREADABLE = "unreadable";

    // where the nodes of the table stand, and their mappings
    private static final int ITS = 0x30;
    private static final int SMMU = 0x48;
    private static final int SMMU_MAP = SMMU + 68;
    private static final int ROOT = SMMU + 88;
    private static final int ROOT_MAP = ROOT + 40;
    private static final int COMPONENT = ROOT + 60;
    private static final int COMPONENT_MAP = COMPONENT + 40;
    private static final int SMMU2 = COMPONENT + 60;
    private static final int PMCG = SMMU2 + 84;
    private static final int RMR = PMCG + 60;
    private static final int RMR_RANGE = RMR + 28;
    private static final int IWB = RMR + 88;

    /// @param size of the value in bytes
    record Break(String name, int offset, int size, long value, String verdict) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(inHeader(), inMappings(), inUnits(), inDevices(), inReserved())
                .flatMap(List::stream);
    }

    private static List<Break> inHeader() {
        return List.of(
                new Break("revision 255", 8, 1, 255, "iort-revision"),
                new Break("checksum", 9, 1, -1, "iort-checksum"),
                new Break("count 0", 36, 4, 0, "iort-empty"),
                new Break("count huge", 36, 4, 0xffff_ffffL, "iort-node-count"),
                new Break("count 7", 36, 4, 7, "iort-unclaimed"),
                new Break("nodes at 0", 40, 4, 0, UNREADABLE),
                new Break("nodes past the end", 40, 4, 0x10000, UNREADABLE),
                new Break("reserved", 44, 4, 1, "iort-reserved"),
                new Break("node of no bytes", SMMU + 1, 2, 0, UNREADABLE),
                new Break("node past the end", IWB + 1, 2, 0xffff, UNREADABLE),
                new Break("node revision", ROOT + 3, 1, 80, "iort-node-revision"));
    }

    private static List<Break> inMappings() {
        return List.of(
                new Break("no offset", ROOT + 12, 4, 0, "iort-array-unplaced"),
                new Break("offset into the header", ROOT + 12, 4, 8, "iort-array-offset"),
                new Break("offset past the end", ROOT + 12, 4, 0xffff_fff0L, "iort-array-outside"),
                new Break("count 1000", ROOT + 8, 4, 1000, "iort-array-outside"),
                new Break("count that wraps", ROOT + 8, 4, 214748365, "iort-array-outside"),
                new Break("count 2", SMMU + 8, 4, 2, "iort-array-beyond"),
                new Break("no reference", ROOT_MAP + 12, 4, 0, "iort-reference-null"),
                new Break("no reference of an SMMU", SMMU_MAP + 12, 4, 0, "iort-message-null"),
                new Break("reference to itself", ROOT_MAP + 12, 4, ROOT, "iort-reference-self"),
                new Break("reference into a node", ROOT_MAP + 12, 4, 0x4c, "iort-reference-inside"),
                new Break("reference past the end", ROOT_MAP + 12, 4, -1, "iort-reference-outside"),
                new Break("circle", SMMU_MAP + 12, 4, ROOT, "iort-reference-cycle"),
                new Break("to a component", ROOT_MAP + 12, 4, COMPONENT, "iort-reference-type"),
                new Break("to reserved memory", ROOT_MAP + 12, 4, RMR, "iort-reference-type"),
                new Break("inputs wrap", ROOT_MAP, 4, 0xffff_ff00L, "iort-input-wrap"),
                new Break("outputs wrap", ROOT_MAP + 8, 4, 0xffff_ff00L, "iort-output-wrap"),
                new Break("inputs of no requester", ROOT_MAP, 4, 0x10000, "map-unreachable"),
                new Break("SMMU without mappings", SMMU + 8, 4, 0, "iort-message-missing"),
                new Break("reserved flags", ROOT_MAP + 16, 4, 2, "iort-reserved"),
                new Break("single root", ROOT_MAP + 16, 4, 1, "iort-single-root"),
                new Break("single SMMU", SMMU_MAP + 16, 4, 1, "iort-single-misplaced"),
                new Break("range", COMPONENT_MAP + 16, 4, 0, "iort-component-range"));
    }

    private static List<Break> inUnits() {
        return List.of(
                new Break("SMMUv3 at 0", SMMU + 16, 8, 0, "iort-base-zero"),
                new Break("SMMUv3 at the end", SMMU + 16, 8, -0x10000, "iort-base-wrap"),
                new Break("SMMUv3 unaligned", SMMU + 16, 8, 0x4f000100, "iort-base-unaligned"),
                new Break("VATOS unaligned", SMMU + 32, 8, 0x4f020100, "iort-base-unaligned"),
                new Break("identifier", SMMU + 4, 4, 0, "iort-identifier-duplicate"),
                new Break("SMMUv3 flags", SMMU + 24, 4, 0x20, "iort-reserved"),
                new Break("SMMUv3 HTTU", SMMU + 24, 4, 6, "iort-reserved"),
                new Break("SMMUv3 reserved", SMMU + 28, 4, 1, "iort-reserved"),
                new Break("SMMUv3 model", SMMU + 40, 4, 99, "iort-model-generic"),
                new Break("SMMUv3 shares a line", SMMU + 44, 4, 75, "iort-gsiv-shared"),
                new Break("SMMUv3 index", SMMU + 64, 4, 9, "iort-index-ignored"),
                new Break("SMMUv3 without a line", SMMU + 48, 4, 0, "iort-index-mapping"),
                new Break("ITS count 0", ITS + 16, 4, 0, "iort-its-empty"),
                new Break("ITS count huge", ITS + 16, 4, 0x4000_0000, "iort-array-outside"),
                new Break("ITS mappings", ITS + 8, 4, 1, "iort-its-mapped"),
                new Break("SMMUv2 span", SMMU2 + 24, 8, 0, "iort-span-zero"),
                new Break("SMMUv2 model", SMMU2 + 32, 4, 6, "iort-model-unknown"),
                new Break("SMMUv2 flags", SMMU2 + 36, 4, 4, "iort-reserved"),
                new Break("SMMUv2 interrupts", SMMU2 + 48, 4, 0xffff0, "iort-array-outside"),
                new Break("SMMUv2 interrupt flags", SMMU2 + 64, 4, 2, "iort-reserved"),
                new Break("SMMUv2 at an SMMUv3", SMMU2 + 16, 8, 0x4f010000, "iommu-overlap"),
                new Break("PMCG of nothing", PMCG + 28, 4, 0x4c, "iort-pmcg-node"),
                new Break("PMCG at 0", PMCG + 16, 8, 0, "iort-base-zero"),
                new Break("PMCG mappings", PMCG + 8, 4, 2, "iort-pmcg-mappings"),
                new Break("PMCG message", PMCG + 40 + 12, 4, SMMU, "iort-index-mapping"));
    }

    private static List<Break> inDevices() {
        return List.of(
                new Break("CCA", ROOT + 16, 4, 2, "iort-memory-attributes"),
                new Break("CCA without CPM", ROOT + 23, 1, 0, "iort-memory-attributes"),
                new Break("CPM and DACS without CCA", ROOT + 16, 4, 0, "iort-memory-attributes"),
                new Break("hints", ROOT + 20, 1, 0x10, "iort-reserved"),
                new Break("memory reserved", ROOT + 21, 2, 1, "iort-reserved"),
                new Break("memory flags", ROOT + 23, 1, 0x83, "iort-reserved"),
                new Break("ATS", ROOT + 24, 4, 8, "iort-reserved"),
                new Break("segment", ROOT + 28, 4, 0x10000, "iort-segment-range"),
                new Break("limit 0", ROOT + 32, 1, 0, "iort-limit-missing"),
                new Break("limit 65", ROOT + 32, 1, 65, "iort-limit-large"),
                new Break("PASID", ROOT + 33, 2, 0x20, "iort-reserved"),
                new Break("PASID width", ROOT + 33, 2, 31, "iort-pasid-width"),
                new Break("root reserved", ROOT + 35, 1, 1, "iort-reserved"),
                new Break("root flags", ROOT + 36, 4, 2, "iort-reserved"),
                new Break("component flags", COMPONENT + 16, 4, 0x40, "iort-reserved"),
                new Break("component limit", COMPONENT + 28, 1, 0, "iort-limit-missing"),
                new Break("no name", COMPONENT + 29, 1, 0, "iort-name-invalid"),
                new Break("name that goes on", COMPONENT + 39, 1, 'X', "iort-name-invalid"),
                new Break("IWB name", IWB + 26, 1, 'X', "iort-name-invalid"));
    }

    private static List<Break> inReserved() {
        return List.of(
                new Break("table revision 4", 8, 1, 4, "iort-rmr-revision"),
                new Break("unaligned base", RMR_RANGE, 8, 0x80001000L, "iort-rmr-unaligned"),
                new Break("unaligned length", RMR_RANGE + 8, 8, 0x1000, "iort-rmr-unaligned"),
                new Break("no bytes", RMR_RANGE + 8, 8, 0, "iort-rmr-empty"),
                new Break("past the end", RMR_RANGE, 8, -0x10000 + 0x1000, "iort-rmr-wrap"),
                new Break("overlap", RMR_RANGE + 20, 8, 0x80000000L, "iort-rmr-overlap"),
                new Break("range reserved", RMR_RANGE + 16, 4, 1, "iort-reserved"),
                new Break("RMR flags", RMR + 16, 4, 0x400, "iort-reserved"),
                new Break("RMR attributes", RMR + 16, 4, 6 << 2, "iort-rmr-attributes"),
                new Break("RMR count 0", RMR + 20, 4, 0, "iort-rmr-unused"),
                new Break("RMR count huge", RMR + 20, 4, 0x0fff_ffff, "iort-array-outside"),
                new Break("RMR offset", RMR + 24, 4, 0x8000, "iort-array-outside"),
                new Break("RMR without mappings", RMR + 8, 4, 0, "iort-rmr-unused"));
    }

    @Test
    void theTableItselfIsSound() {
        assertThat(Report.of(InputFile.of("t", sound())).lines()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void aBreakIsFound(Break broken) {
        byte[] table = sound();
        write(table, broken);
        if (broken.offset() != 9) {
            table[9] = 0;
            table[9] = (byte) -sum(table);
        }

        assertThat(verdict(table)).contains(broken.verdict());
    }

    @Test
    void aTableCutOffAnywhereIsUnreadable() {
        byte[] table = sound();
        for (int length = 4; length < table.length; length++) {
            assertThat(verdict(Arrays.copyOf(table, length))).containsExactly(UNREADABLE);
        }
    }

    @Test
    void zerosBehindTheTableAreToldAbout() {
        byte[] table = sound();

        assertThat(verdict(Arrays.copyOf(table, table.length + 1)))
                .containsExactly("iort-trailing");
    }

    private static List<String> verdict(byte[] table) {
        try {
            return Report.of(InputFile.of("t", table)).findings().stream()
                    .filter(f -> f.severity() != Severity.NOTE)
                    .map(f -> f.code())
                    .toList();
        } catch (UnreadableInputException _) {
            return List.of(UNREADABLE);
        }
    }

    private static void write(byte[] table, Break broken) {
        ByteBuffer buffer = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        switch (broken.size()) {
            case 1 -> buffer.put(broken.offset(), (byte) broken.value());
            case 2 -> buffer.putShort(broken.offset(), (short) broken.value());
            case 4 -> buffer.putInt(broken.offset(), (int) broken.value());
            default -> buffer.putLong(broken.offset(), broken.value());
        }
    }

    private static int sum(byte[] table) {
        int sum = 0;
        for (byte b : table) {
            sum += b;
        }
        return sum;
    }

    static byte[] sound() {
        IortTables tables = new IortTables();
        byte[] json = SOUND.getBytes(StandardCharsets.UTF_8);
        return tables.write(tables.readJson(InputFile.of("t.json", json)));
    }
}
