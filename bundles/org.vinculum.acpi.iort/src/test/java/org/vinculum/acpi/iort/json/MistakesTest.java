package org.vinculum.acpi.iort.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.firmware.UnreadableInputException;

/// What a wrong document is answered with.
class MistakesTest {
    private static AbstractStringAssert<?> assertMistake(String json) {
        try {
            Tables.fromJson(json);
        } catch (UnreadableInputException e) {
            return assertThat(e.getMessage());
        }
        throw new AssertionError("accepted: " + json);
    }

    /// Each node begins at line 2, column 1.
    private static String nodes(String... nodes) {
        return "{\"format\": 1, \"nodes\": [\n" + String.join(",\n", nodes) + "\n]}";
    }

    @Test
    void anUnknownMemberIsToldWithTheNearestKnownOne() {
        assertMistake(nodes("{\"type\": \"smmuv3\", \"base\": \"0x0\", \"vatoss\": \"0x0\"}"))
                .isEqualTo("t.json:2:35: expected \"vatos\" in a node, found \"vatoss\"");
    }

    @Test
    void anUnknownMemberLikeNoOtherIsToldWithAllThereAre() {
        assertMistake("{\"format\": 1, \"nodes\": [], \"frobnicate\": 1}")
                .isEqualTo(
                        "t.json:1:28: expected a member of an IORT (format, header, layout, nodes,"
                                + " slack), found \"frobnicate\"");
    }

    @Test
    void aMemberIsSaidOnce() {
        assertMistake("{\"format\": 1,\n \"format\": 1}")
                .isEqualTo("t.json:2:2: expected each member once, found format");
    }

    @Test
    void aMissingMemberIsNamedAtItsObject() {
        assertMistake(nodes("{\"type\": \"smmuv3\"}"))
                .isEqualTo(
                        "t.json:2:1: expected a number of at most 64 bits, such as \"0x1f\", as"
                                + " \"base\", found none in a node");
        assertMistake("{\"format\": 1}").contains("an array as \"nodes\"");
        assertMistake("{\"nodes\": []}").contains("as \"format\"");
    }

    @Test
    void twoNodesCannotHaveOneLabel() {
        assertMistake(
                        nodes(
                                "{\"label\": \"a\", \"type\": \"its-group\"}",
                                "{\"label\": \"a\", \"type\": \"its-group\"}"))
                .isEqualTo("t.json:3:11: expected a label that no other node has, found a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x30", "0Xb"})
    void aLabelIsNeitherEmptyNorANumber(String label) {
        assertMistake(nodes("{\"label\": \"" + label + "\", \"type\": \"its-group\"}"))
                .contains("a label that is neither empty nor a number");
    }

    @Test
    void aReferenceNamesANodeThatThereIs() {
        assertMistake(
                        nodes(
                                "{\"label\": \"smmu0\", \"type\": \"its-group\"}",
                                "{\"type\": \"pmcg\", \"page0\": \"0x0\", \"node\": \"smu0\"}"))
                .isEqualTo(
                        "t.json:3:42: expected the label of a node, perhaps \"smmu0\", or an"
                                + " offset such as \"0x30\", found smu0");
    }

    @Test
    void anUnknownTypeIsToldWithThoseThereAre() {
        assertMistake(nodes("{\"type\": \"smmuv4\"}"))
                .isEqualTo(
                        "t.json:2:10: expected \"its-group\", \"named-component\","
                                + " \"root-complex\", \"smmu\", \"smmuv3\", \"pmcg\", \"rmr\" or"
                                + " \"iwb\", or a number up to 255, found smmuv4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"base\": 0 | at most 64 bits",
                "\"base\": \"0x10000000000000000\" | at most 64 bits",
                "\"base\": \"40\" | such as \"0x1f\"",
                "\"base\": \"0x\" | such as \"0x1f\"",
                "\"base\": null | found null",
                "\"base\": \"0x0\", \"eventGsiv\": 4294967296 | from 0 to 4294967295",
                "\"base\": \"0x0\", \"eventGsiv\": -1 | from 0 to 4294967295",
                "\"base\": \"0x0\", \"eventGsiv\": 1.5 | from 0 to 4294967295",
                "\"base\": \"0x0\", \"eventGsiv\": 99999999999999999999 | from 0 to 4294967295",
                "\"base\": \"0x0\", \"cohaccOverride\": 1 | true or false",
                "\"base\": \"0x0\", \"model\": \"mmu-600\" | \"generic\", \"hi161x\" or \"cn99xx\"",
                "\"base\": \"0x0\", \"mappings\": {} | an array as \"mappings\"",
                "\"base\": \"0x0\", \"mappings\": [1] | an ID mapping",
                "\"base\": \"0x0\", \"mappings\": [{\"length\": 0, \"output\": \"0x0\"}] | from 1",
                "\"base\": \"0x0\", \"mappings\": [{\"output\": \"0x0\"}] | as \"length\"",
                "\"base\": \"0x0\", \"mappings\": [{\"length\": 1}] | as \"output\"",
                "\"base\": \"0x0\", \"reservedFlags\": \"0x1\" | no bits that have names",
                "\"base\": \"0x0\", \"layout\": {\"length\": 15} | from 16 to 65535",
                "\"base\": \"0x0\", \"layout\": {\"lenght\": 15} | \"length\" in a node's layout",
                "\"base\": \"0x0\", \"slack\": [{\"offset\": \"0x3c\", \"bytes\": \"00\"}] |"
                        + " slack that ends within 60 bytes",
                "\"base\": \"0x0\", \"slack\": [{\"offset\": \"0x0\", \"bytes\": \"0\"}] | pairs",
                "\"base\": \"0x0\", \"revision\": 0, \"deviceIdIndex\": 0 | at least revision 1",
            })
    void aMemberHasItsKindAndItsRange(String members, String expected) {
        assertMistake(nodes("{\"type\": \"smmuv3\", " + members + "}")).contains(expected);
    }

    @Test
    void aNodeTooShortForItsFieldsIsTold() {
        assertMistake(
                        nodes(
                                "{\"type\": \"smmuv3\", \"base\": \"0x0\", \"layout\": {\"length\":"
                                        + " 16}}"))
                .startsWith("t.json:2:1: expected what fits into its place, found ");
    }

    @Test
    void anArrayOutsideTheTableIsTold() {
        assertMistake(
                        nodes(
                                "{\"type\": \"its-group\"}",
                                "{\"type\": \"smmuv3\", \"base\": \"0x0\", \"mappings\":"
                                        + " [{\"length\": 1, \"output\": \"0x0\"}], \"layout\":"
                                        + " {\"mappings\": {\"offset\": \"0xffffffff\"}}}"))
                .startsWith("t.json:3:1: expected what fits into its place, found ");
    }

    @Test
    void aNodeWithMoreMappingsThanItsLengthCanSayIsTold() {
        String mapping = "{\"length\": 1, \"output\": \"0x0\"},".repeat(3300);
        assertMistake(
                        nodes(
                                "{\"type\": \"its-group\", \"mappings\": ["
                                        + mapping.substring(0, mapping.length() - 1)
                                        + "]}"))
                .contains("a node that is no longer than 65535 bytes");
    }

    @Test
    void aTableLongerThanAnyThatIsReadIsTold() {
        assertMistake("{\"format\": 1, \"nodes\": [], \"layout\": {\"length\": 4294967295}}")
                .contains("4294967295");
    }

    @Test
    void aTableHoldsItsNodes() {
        assertMistake(
                        "{\"format\": 1, \"nodes\": [{\"type\": \"its-group\"}],\n \"layout\":"
                                + " {\"length\": 50}}")
                .startsWith("t.json:2:23: expected a length that holds the nodes");
    }

    @Test
    void nodesStandBehindTheHeader() {
        assertMistake("{\"format\": 1, \"nodes\": [], \"layout\": {\"nodeOffset\": \"0x2f\"}}")
                .contains("an offset behind the header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{]", "1", "{\"format\": 1, \"nodes\": []} x", "\0"})
    void whatIsNoObjectIsTold(String text) {
        assertMistake(text).startsWith("t.json:1:");
    }

    @Test
    void depthIsBounded() {
        assertMistake("{\"a\":" + "[".repeat(100_000)).contains("at most 8 deep");
    }

    @Test
    void valuesAreCounted() {
        String many = "{\"a\": [" + "0,".repeat(JsonTree.MAX_VALUES + 1) + "0]}";
        assertThatThrownBy(() -> Tables.fromJson(many)).hasMessageContaining("values");
    }

    @Test
    void membersAreCounted() {
        StringBuilder many = new StringBuilder("{\"a0\": 0");
        for (int i = 1; i <= JsonTree.MAX_MEMBERS; i++) {
            many.append(", \"a").append(i).append("\": 0");
        }
        assertMistake(many.append('}').toString()).contains("at most 64 members");
    }

    @Test
    void whatIsShownOfAFileIsHarmless() {
        assertMistake(nodes("{\"type\": \"\\u001b[31m\"}")).endsWith("found ?[31m");
    }
}
