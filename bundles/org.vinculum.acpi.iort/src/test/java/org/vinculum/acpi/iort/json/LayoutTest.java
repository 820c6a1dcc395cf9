package org.vinculum.acpi.iort.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.table.Checksum;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Slack;

/// What JSON says of the bytes of a table that its meaning does not give, and that it says no more.
class LayoutTest {
    /// An ITS group at 0x30, 24 bytes; an unknown node at 0x48 whose 22 bytes end with a mapping to the group.
    private static byte[] table() {
        return HexFormat.of()
                .parseHex(
                        ("494f5254 80000000 0300 000000000000 0000000000000000 00000000 00000000"
                                        + " 00000000 02000000 30000000 00000000"
                                        + " 00 1800 01 00000000 00000000 00000000 01000000 07000000"
                                        + " 2a 2800 00 01000000 01000000 14000000 cafebabe"
                                        + " 01000000 02000000 03000000 30000000 00000000"
                                        + " 00000000 00000000 00000000 00000000")
                                .replace(" ", ""));
    }

    private static String json(byte[] table) {
        return Tables.json(Tables.read(table));
    }

    private static byte[] with(byte[] table, int at, int value) {
        table[at] = (byte) value;
        return table;
    }

    private static byte[] summed(byte[] table) {
        table[9] = (byte) Checksum.of(table, table.length);
        return table;
    }

    @Test
    void aWrongChecksumIsSaidAndARightOneIsNot() {
        assertThat(json(with(table(), 9, 0x5a))).contains("\"checksum\": \"0x5a\"");
        assertThat(json(summed(table()))).doesNotContain("checksum");
    }

    @Test
    void bytesBehindTheLastNodeAreALengthOfTheTable() {
        assertThat(json(summed(table())))
                .endsWith("  ],\n  \"layout\": {\n    \"length\": 128\n  }\n}\n");
    }

    @Test
    void slackIsToldWhereItLies() {
        byte[] table = with(with(table(), 0x2d, 1), 0x7f, 2);

        assertThat(json(summed(table)))
                .contains(
                        "  \"slack\": [\n    {\"offset\": \"0x2d\", \"bytes\": \"01\"},\n"
                                + "    {\"offset\": \"0x7f\", \"bytes\": \"02\"}\n  ]");
    }

    @Test
    void slackInANodeIsToldFromItsStart() {
        byte[] table = with(table(), 0x40, 0);
        table[0x44] = 9;

        assertThat(json(summed(table)))
                .contains("\"slack\": [\n        {\"offset\": \"0x14\", \"bytes\": \"09\"}");
    }

    @Test
    void slackFromTheLastNodeOnIsToldInBothPlacesAndComesBackAsOne() {
        byte[] table = with(with(table(), 36, 1), 0x40, 0);
        var read = Tables.read(summed(table));

        assertThat(Tables.json(read))
                .containsSubsequence("{\"offset\": \"0x14\"", "{\"offset\": \"0x48\"");
        assertThat(Tables.fromJson(Tables.json(read)).slack()).isEqualTo(read.slack());
    }

    @Test
    void runsThatTouchBecomeOne() {
        var one = new Slack(3, new byte[] {1});
        var next = new Slack(4, new byte[] {2, 3});
        var apart = new Slack(7, new byte[] {4});

        assertThat(SlackForm.joined(List.of(apart, next, one)))
                .containsExactly(new Slack(3, new byte[] {1, 2, 3}), apart);
    }

    @Test
    void anUnknownNodeTellsItsMappingsOnceAndByLabel() {
        assertThat(json(table()))
                .contains(
                        """
                              "label": "type-42@0x48",
                              "type": 42,
                              "revision": 0,
                              "identifier": 1,
                              "body": "cafebabe",
                              "mappings": [
                                {"inputBase": "0x1", "length": 3, "outputBase": "0x3", "output": "its-group@0x30"}
                              ]
                            }
                        """);
    }

    @Test
    void aCountThatDoesNotFitIsKept() {
        byte[] table = with(table(), 0x40, 0xff);

        assertThat(json(table)).contains("\"itsIdentifiers\": {\"count\": 255}}");
        assertThat(Tables.throughJson(table)).isEqualTo(table);
    }

    /// The identifiers run on behind their node, as far as no node's length could say.
    @Test
    void aNodeThatCouldNotBeArrangedSaysAllItsPlaces() {
        byte[] table = Arrays.copyOf(table(), 0x44 + 20_000 * 4);
        ByteBuffer fields = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(4, table.length).putInt(36, 1).putInt(0x40, 20_000);
        Arrays.fill(table, 0x70, table.length, (byte) 0x5a);

        assertThat(json(table)).contains("\"layout\": {\"length\": 24, \"itsIdentifiers\": {");
        assertThat(Tables.throughJson(table)).isEqualTo(table);
    }

    @Test
    void moreNodesThanThereAreStayMore() {
        byte[] table = with(Arrays.copyOf(table(), 0x70), 4, 0x70);
        table[36] = 9;

        assertThat(json(table)).contains("\"nodeCount\": 9");
        assertThat(Tables.throughJson(table)).isEqualTo(table);
    }

    @Test
    void trailingBytesAreKept() {
        byte[] table = Arrays.copyOf(table(), 0x82);
        table[0x81] = 7;

        assertThat(json(table)).contains("\"trailing\": \"0007\"");
        assertThat(Tables.throughJson(table)).isEqualTo(table);
    }

    @Test
    void withoutItsLayoutAndSlackADocumentIsLaidOutProperly() {
        String edited =
                json(with(table(), 0x2d, 1))
                        .replaceAll("(?s),\\s*\"layout\".*\\]", "")
                        .replaceAll("\"itsIdentifiers\": \\[7\\]", "\"itsIdentifiers\": [7, 8, 9]");

        var table = Tables.read(IortWriter.write(Tables.fromJson(edited)));

        assertThat(table.length()).isEqualTo(0x78);
        assertThat(((ItsGroup) table.nodes().getFirst()).identifiers().entries())
                .containsExactly(7, 8, 9);
        assertThat(Tables.json(table)).doesNotContain("layout", "slack");
    }
}
