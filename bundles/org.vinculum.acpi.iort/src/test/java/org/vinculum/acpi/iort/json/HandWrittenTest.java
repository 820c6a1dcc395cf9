package org.vinculum.acpi.iort.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.SmmuV3;

/// Documents with nothing but the meaning, as a person writes them.
class HandWrittenTest {
    private static final String MACHINE =
            """
            {
              "format": 1,
              "nodes": [
                {
                  "mappings": [{"output": "smmu", "outputBase": "0x10", "single": true}],
                  "name": "\\\\_SB.ETH0", "stall": true, "pasidBits": 4,
                  "type": "named-component"
                },
                {
                  "type": "smmuv3", "label": "smmu", "base": "0x4040000", "cohaccOverride": true,
                  "eventGsiv": 33, "gerrGsiv": 34,
                  "mappings": [{"length": 65536, "output": "its"}]
                },
                {"type": "its-group", "label": "its", "itsIdentifiers": [7]}
              ]
            }
            """;

    /// DEN0049, 3: header, named component, SMMUv3, ITS group, each with its mappings behind it.
    private static final String BYTES =
            """
            494f5254 d4000000 0649 56494e43554c 56494e43554c554d 01000000 56494e43 01000000
            03000000 30000000 00000000
            01 3c00 00 00000000 01000000 28000000
            09000000 00000000 0000 00 00 00 5c5f53422e4554483000 00
            00000000 00000000 10000000 6c000000 01000000
            04 5000 00 01000000 01000000 3c000000
            0000040400000000 01000000 00000000 0000000000000000 00000000
            21000000 00000000 22000000 00000000
            00000000 ffff0000 00000000 bc000000 00000000
            00 1800 00 02000000 00000000 00000000 01000000 07000000
            """;

    @Test
    void aDocumentWithoutPlacesIsLaidOutWithCountsOffsetsAndChecksum() {
        assertThat(hex(Tables.fromJson(MACHINE))).isEqualTo(withChecksum(BYTES));
    }

    @Test
    void whatIsLaidOutNeedsNoWordAboutIt() {
        Iort laidOut = Tables.read(IortWriter.write(Tables.fromJson(MACHINE)));

        assertThat(Tables.json(laidOut)).doesNotContain("layout", "slack");
        assertThat(laidOut).isEqualTo(Tables.fromJson(MACHINE));
    }

    @Test
    void aTableWithoutNodesIsOne() {
        assertThat(IortWriter.write(Tables.fromJson("{\"format\": 1, \"nodes\": []}"))).hasSize(48);
    }

    @Test
    void theRevisionOfANodeIsTheLeastThatHasItsMembers() {
        assertThat(revision("\"type\": \"root-complex\", \"segment\": 0")).isZero();
        assertThat(revision("\"type\": \"root-complex\", \"segment\": 0, \"addressLimit\": 40"))
                .isEqualTo(1);
        assertThat(revision("\"type\": \"root-complex\", \"segment\": 0, \"pasidBits\": 20"))
                .isEqualTo(2);
        assertThat(revision("\"type\": \"root-complex\", \"segment\": 0, \"pasid\": true"))
                .isEqualTo(4);
        assertThat(revision("\"type\": \"smmuv3\", \"base\": \"0x0\", \"proximityDomain\": 0"))
                .isEqualTo(1);
        assertThat(revision("\"type\": \"smmuv3\", \"base\": \"0x0\", \"deviceIdIndex\": 0"))
                .isEqualTo(5);
        assertThat(revision("\"type\": \"rmr\"")).isEqualTo(3);
    }

    @Test
    void theRevisionOfTheTableIsSixAndSevenForAnInterruptWireBridge() {
        assertThat(node("\"type\": \"rmr\"").header().revision()).isEqualTo(6);
        assertThat(
                        node("\"type\": \"iwb\", \"name\": \"\", \"base\": \"0x0\", \"index\": 1")
                                .header()
                                .revision())
                .isEqualTo(7);
    }

    @Test
    void sayingTheIndexOfTheDeviceIdMappingMakesItCount() {
        SmmuV3 smmu =
                (SmmuV3)
                        first(
                                "\"type\": \"smmuv3\", \"base\": \"0x0\", \"deviceIdIndex\": 0,"
                                        + " \"proximityDomain\": 2");

        assertThat(smmu.hasDeviceIdIndex()).isTrue();
        assertThat(smmu.flags()).isEqualTo(SmmuV3.PXM_VALID | SmmuV3.DEVICE_ID_VALID);
    }

    @Test
    void identifiersAreThePositionsOfTheNodes() {
        assertThat(Tables.fromJson(MACHINE).nodes())
                .extracting(n -> n.head().identifier())
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void aReferenceMayBeAnOffset() {
        Pmcg pmcg = (Pmcg) first("\"type\": \"pmcg\", \"page0\": \"0x0\", \"node\": \"0x3f\"");

        assertThat(pmcg.nodeReference()).isEqualTo(0x3f);
    }

    @Test
    void allFourBillionIdsCanBeMapped() {
        RootComplex root =
                (RootComplex)
                        first(
                                "\"type\": \"root-complex\", \"segment\": 0, \"mappings\":"
                                        + " [{\"length\": 4294967296, \"output\": \"0x0\"}]");

        assertThat(root.mappings().entries().getFirst().idCount()).isEqualTo(0xffff_ffffL);
    }

    @Test
    void aNodeWithoutLabelIsANode() {
        assertThat(first("\"type\": \"its-group\"")).isInstanceOf(ItsGroup.class);
    }

    private static int revision(String members) {
        return first(members).head().revision();
    }

    private static IortNode first(String members) {
        return node(members).nodes().getFirst();
    }

    private static Iort node(String members) {
        return Tables.fromJson("{\"format\": 1, \"nodes\": [{" + members + "}]}");
    }

    private static String hex(Iort table) {
        return HexFormat.of().formatHex(IortWriter.write(table));
    }

    /// All bytes of a table add up to 0 modulo 256 (ACPI 6.5, 5.2.6).
    private static String withChecksum(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        int others = -(bytes[9] & 0xff);
        for (byte b : bytes) {
            others += b;
        }
        bytes[9] = (byte) -others;
        return HexFormat.of().formatHex(bytes);
    }
}
