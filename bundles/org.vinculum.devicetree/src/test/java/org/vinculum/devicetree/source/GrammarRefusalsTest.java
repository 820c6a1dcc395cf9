package org.vinculum.devicetree.source;

import static org.vinculum.devicetree.source.Refusals.assertRefusal;
import static org.vinculum.devicetree.source.Refusals.assertRefusalInRoot;

import org.junit.jupiter.api.Test;

/// What is wrong with the way words follow each other.
class GrammarRefusalsTest {
    @Test
    void aSourceNeedsANode() {
        assertRefusal("/dts-v1/;\n")
                .isEqualTo(
                        "t.dts:2:1: expected /memreserve/, '/' or a reference, found the end of the"
                                + " file");
    }

    @Test
    void pluginComesAfterEachVersionOrNone() {
        assertRefusal("/dts-v1/; /plugin/; /dts-v1/; / { };")
                .isEqualTo(
                        "t.dts:1:21: expected /plugin/ after each /dts-v1/ or after none, found"
                                + " both");
    }

    @Test
    void aNodeEndsWithASemicolon() {
        assertRefusal("/dts-v1/; / { }")
                .isEqualTo(
                        "t.dts:1:16: expected ';' after a node's closing brace, found the end of"
                                + " the file");
    }

    @Test
    void anOpenNodeAtTheEndIsRefused() {
        assertRefusal("/dts-v1/; / { a {")
                .isEqualTo(
                        "t.dts:1:18: expected a name of a property or node, or '}', found the end"
                                + " of the file");
    }

    @Test
    void aNameNeedsAValueOrABlock() {
        assertRefusalInRoot("a b;")
                .isEqualTo(
                        "t.dts:2:7: expected '=' or ';' after a property's name, or '{' after a"
                                + " node's, found 'b'");
    }

    @Test
    void anEqualsSignNeedsAValue() {
        assertRefusalInRoot("a = ;")
                .isEqualTo(
                        "t.dts:2:9: expected a value: a string, '<', '[', a reference, /bits/ or"
                                + " /incbin/, found ';'");
    }

    @Test
    void aLabelAloneIsNoValue() {
        assertRefusalInRoot("a = label: ;")
                .isEqualTo(
                        "t.dts:2:16: expected a value: a string, '<', '[', a reference, /bits/ or"
                                + " /incbin/, found ';'");
    }

    @Test
    void partsOfAValueAreSeparatedByCommas() {
        assertRefusalInRoot("a = <1> <2>;")
                .isEqualTo("t.dts:2:13: expected ';' or ',' after a value, found '<'");
    }

    @Test
    void propertiesComeBeforeNodes() {
        assertRefusalInRoot("a { }; b;")
                .isEqualTo(
                        "t.dts:2:12: expected only nodes, as properties come before them, found a"
                                + " property");
    }

    @Test
    void deletingAPropertyComesBeforeNodesToo() {
        assertRefusalInRoot("a { }; /delete-property/ b;")
                .isEqualTo(
                        "t.dts:2:12: expected only nodes, as properties come before them, found a"
                                + " property");
    }

    @Test
    void aPropertyIsSetOncePerDefinition() {
        assertRefusalInRoot("a; b; a = <1>;")
                .isEqualTo(
                        "t.dts:2:11: expected a property not set before in this block, found"
                                + " \"a\"");
    }

    @Test
    void aNodeIsDefinedOncePerDefinition() {
        assertRefusalInRoot("a { }; a { };")
                .isEqualTo(
                        "t.dts:2:12: expected a node name not used before in this block, found"
                                + " \"a\"");
    }

    @Test
    void aNodeOfTheSameDefinitionCannotBeDeleted() {
        assertRefusalInRoot("a { }; /delete-node/ a;")
                .isEqualTo(
                        "t.dts:2:12: expected a node of an earlier block, found \"a\" of this one");
    }

    @Test
    void onlyNodesAreOmittedWithoutAReference() {
        assertRefusalInRoot("/omit-if-no-ref/ a;")
                .isEqualTo("t.dts:2:23: expected '{' before a node's content, found ';'");
    }

    @Test
    void theRootCannotBeDeleted() {
        assertRefusal("/dts-v1/; / { }; /delete-node/ &{/};")
                .isEqualTo(
                        "t.dts:1:32: expected a node below the root after /delete-node/, found the"
                                + " root");
    }

    @Test
    void onlyBlocksStandOutsideOfBraces() {
        assertRefusal("/dts-v1/; / { }; a;")
                .isEqualTo(
                        "t.dts:1:18: expected '/', a reference, a keyword or the end of the file,"
                                + " found name \"a\"");
    }

    @Test
    void aReservationStaysWithin64Bits() {
        assertRefusal("/dts-v1/; /memreserve/ 0xfffffffffffff000 0x1001; / { };")
                .isEqualTo(
                        "t.dts:1:11: expected a reservation that ends within 64 bits, found one"
                                + " that wraps around");
    }

    @Test
    void aReservationHasTwoNumbers() {
        assertRefusal("/dts-v1/; /memreserve/ 1; / { };")
                .isEqualTo(
                        "t.dts:1:25: expected a number or an expression in parentheses, found ';'");
    }

    @Test
    void namesHaveTheirCharacters() {
        assertRefusalInRoot("x@y;")
                .isEqualTo(
                        "t.dts:2:5: expected letters, digits and ,._+*#?- in a property name, found"
                                + " \"x@y\"");
        assertRefusalInRoot("x*y { };")
                .isEqualTo(
                        "t.dts:2:5: expected letters, digits and ,._+-@ in a node name, found"
                                + " \"x*y\"");
    }

    @Test
    void aNodeHasOneUnitAddress() {
        assertRefusalInRoot("n@1@2 { };")
                .isEqualTo("t.dts:2:5: expected one '@' in a node name, found \"n@1@2\"");
    }

    @Test
    void aNamePropertyRepeatsTheNode() {
        assertRefusalInRoot("n@1 { name = \"m\"; };")
                .isEqualTo("t.dts:2:11: expected \"name\" to repeat \"n\", found \"m?\"");
    }

    @Test
    void nodesAreAtMost64Deep() {
        assertRefusalInRoot("a {".repeat(65))
                .isEqualTo("t.dts:2:197: expected nodes at most 64 deep, found one more");
    }

    @Test
    void depthCountsFromTheRootInLaterBlocksToo() {
        String deep = "n {".repeat(63) + "l: n { };" + "};".repeat(63);

        assertRefusal("/dts-v1/; / {" + deep + " };\n&l { n { }; };")
                .isEqualTo("t.dts:2:6: expected nodes at most 64 deep, found one more");
    }
}
