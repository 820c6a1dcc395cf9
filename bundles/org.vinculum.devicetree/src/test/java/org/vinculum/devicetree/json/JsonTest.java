package org.vinculum.devicetree.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.memory.AddressRange;

/// The JSON form of a tree, written and read.
class JsonTest {
    private static final String DOCUMENT =
            """
            {
              "format" : 1,
              "bootCpu" : 4294967295,
              "plugin" : false,
              "reservations" : [ {
                "start" : "0x8000000000000000",
                "size" : "0x1000"
              } ],
              "root" : {
                "name" : "",
                "properties" : [ {
                  "name" : "compatible",
                  "strings" : [ "a,b", "c" ],
                  "bytes" : "612c62006300"
                }, {
                  "name" : "reg",
                  "cells" : [ "0x0", "0x4f000000" ],
                  "bytes" : "000000004f000000"
                }, {
                  "name" : "mac",
                  "bytes" : "00ff1f"
                }, {
                  "name" : "dma-coherent",
                  "bytes" : ""
                } ],
                "nodes" : [ {
                  "name" : "soc",
                  "labels" : [ "soc", "bus" ],
                  "properties" : [ ],
                  "nodes" : [ {
                    "name" : "uart@1",
                    "properties" : [ ],
                    "nodes" : [ ]
                  } ]
                }, {
                  "name" : "chosen",
                  "properties" : [ ],
                  "nodes" : [ ]
                } ]
              }
            }
            """;

    @Test
    void aTreeIsWrittenWithTypesAndBytes() {
        assertThat(new String(JsonWriter.write(tree()), StandardCharsets.UTF_8))
                .isEqualTo(DOCUMENT);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        DeviceTree tree = read(DOCUMENT);

        assertThat(tree.bootCpu()).isEqualTo(-1);
        assertThat(tree.reservations())
                .containsExactly(AddressRange.of(0x8000_0000_0000_0000L, 0x1000));
        assertThat(tree.root().properties()).containsExactlyElementsOf(tree().root().properties());
        assertThat(tree.nodes().map(Node::path))
                .containsExactly("/", "/soc", "/soc/uart@1", "/chosen");
        assertThat(tree.node("/soc").orElseThrow().labels()).containsExactly("soc", "bus");
    }

    @Test
    void bytesMayBeLeftToStringsOrCells() {
        assertThat(readProperty("\"name\": \"a\", \"strings\": [\"x\", \"\"]").value())
                .containsExactly('x', 0, 0);
        assertThat(readProperty("\"cells\": [\"0xfFffFfff\", \"0x1\"], \"name\": \"a\"").cells())
                .containsExactly(-1, 1);
    }

    @Test
    void formsOfAValueMustAgree() {
        assertRefusal(property("\"name\": \"a\", \"cells\": [\"0x1\"], \"bytes\": \"00000002\""))
                .isEqualTo("t.json:1:92: expected all forms of a value to agree, found 00000002");
    }

    @Test
    void aValueIsNeeded() {
        assertRefusal(property("\"name\": \"a\""))
                .endsWith("expected a property's name and its bytes, strings or cells, found }");
    }

    @Test
    void bytesAreWholeAndHexadecimal() {
        assertRefusal(property("\"name\": \"a\", \"bytes\": \"123\""))
                .endsWith("expected pairs of hexadecimal digits, found 123");
        assertRefusal(property("\"name\": \"a\", \"bytes\": \"1g\""))
                .endsWith("expected pairs of hexadecimal digits, found 1g");
    }

    @Test
    void cellsHave32Bits() {
        assertRefusal(property("\"name\": \"a\", \"cells\": [\"0x100000000\"]"))
                .contains("expected cells of at most 32 bits like \"0x1f\"");
    }

    @Test
    void namesNeverRepeat() {
        assertRefusal(
                        property(
                                "\"name\": \"a\", \"bytes\": \"\"}, {\"name\": \"a\", \"bytes\":"
                                        + " \"\""))
                .contains("expected a property that the node does not have yet");
        assertRefusal(root("\"nodes\": [{\"name\": \"a\"}, {\"name\": \"a\"}]"))
                .contains("expected a name that no node beside this one has");
    }

    @Test
    void onlyTheRootHasNoName() {
        assertRefusal(root("\"nodes\": [{\"name\": \"\"}]"))
                .contains("expected a name of one-byte characters, empty for the root only");
        assertRefusal("{\"format\": 1, \"root\": {\"name\": \"x\"}}")
                .contains("expected a name of one-byte characters, empty for the root only");
    }

    @Test
    void aNameStandsFirst() {
        assertRefusal(root("\"nodes\": [{\"properties\": []}]"))
                .contains("expected \"name\" before all else in a node, found properties");
    }

    @Test
    void unknownMembersAreRefused() {
        assertRefusal("{\"format\": 1, \"size\": 3}")
                .isEqualTo(
                        "t.json:1:15: expected format, bootCpu, plugin, reservations or root, found"
                                + " size");
    }

    @Test
    void anotherFormatIsRefused() {
        assertRefusal("{\"format\": 2}").isEqualTo("t.json:1:12: expected format 1, found 2");
        assertRefusal("{\"format\": 100000000000000000000}")
                .isEqualTo("t.json:1:12: expected format 1, found 100000000000000000000");
    }

    @Test
    void aDocumentHasAFormatAndARoot() {
        assertRefusal("{}")
                .contains("expected \"format\" and \"root\" before the end of the object");
        assertRefusal("{\"root\": {\"name\": \"\"}}")
                .contains("expected \"format\" and \"root\" before the end of the object");
    }

    @Test
    void nothingFollowsTheDocument() {
        assertRefusal(root("") + "{}").contains("expected the end of the file, found {");
    }

    @Test
    void brokenJsonNamesItsPlace() {
        assertRefusal("{\n  \"format\": 1,,}").startsWith("t.json:2:15: expected JSON, found ");
        assertRefusal("").isEqualTo("t.json:1:1: expected an object, found the end of the file");
        assertRefusal("{").startsWith("t.json:1:2: expected JSON, found Unexpected end-of-input");
    }

    @Test
    void nodesAreAtMost64Deep() {
        String deep = "{\"name\": \"\", \"nodes\": [" + "{\"name\": \"n\", \"nodes\": [".repeat(65);

        assertRefusal("{\"format\": 1, \"root\": " + deep)
                .endsWith("expected nodes at most 64 deep, found n");
    }

    @Test
    void depthWithoutEndIsRefused() {
        assertRefusal("[".repeat(100_000)).isEqualTo("t.json:1:1: expected an object, found [");
        assertRefusal(root("\"nodes\": " + "[".repeat(100_000))).contains("t.json:1:");
    }

    @Test
    void aReservationStaysWithin64Bits() {
        assertRefusal(
                        "{\"format\": 1, \"reservations\": [{\"start\": \"0xfffffffffffff000\","
                                + " \"size\": \"0x1001\"}]}")
                .contains("expected a reservation that ends within 64 bits");
        assertRefusal("{\"reservations\": [{\"start\": \"0x10000000000000000\"}]}")
                .contains("expected a hexadecimal number of at most 64 bits in quotes");
    }

    private static DeviceTree tree() {
        Node root =
                new Node("")
                        .set(Property.strings("compatible", "a,b", "c"))
                        .set(Property.cells("reg", 0, 0x4f000000))
                        .set(Property.of("mac", new byte[] {0, -1, 0x1f}))
                        .set(Property.empty("dma-coherent"));
        Node soc = root.add(new Node("soc"));
        soc.label("soc");
        soc.label("bus");
        soc.add(new Node("uart@1"));
        root.add(new Node("chosen"));
        return new DeviceTree(
                root, List.of(AddressRange.of(0x8000_0000_0000_0000L, 0x1000)), -1, false);
    }

    private static String root(String members) {
        return "{\"format\": 1, \"root\": {\"name\": \"\""
                + (members.isEmpty() ? "" : ", ")
                + members
                + "}}";
    }

    private static String property(String members) {
        return root("\"properties\": [{" + members + "}]");
    }

    private static Property readProperty(String members) {
        return read(property(members)).root().properties().getFirst();
    }

    private static DeviceTree read(String text) {
        return JsonReader.read(InputFile.of("t.json", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static AbstractStringAssert<?> assertRefusal(String text) {
        try {
            read(text);
        } catch (UnreadableInputException e) {
            return assertThat(e.getMessage());
        }
        throw new AssertionError("was read: " + text);
    }
}
