package org.vinculum.devicetree.source;

import static org.vinculum.devicetree.source.Refusals.assertRefusal;
import static org.vinculum.devicetree.source.Refusals.assertRefusalInRoot;

import org.junit.jupiter.api.Test;

/// What is wrong with labels, references and phandles.
class ReferenceRefusalsTest {
    @Test
    void aReferenceNeedsItsNode() {
        assertRefusalInRoot("a = <1 &gone>;")
                .isEqualTo("t.dts:2:12: expected the label or path of a node, found \"&gone\"");
        assertRefusalInRoot("a = &gone;")
                .isEqualTo("t.dts:2:9: expected the label or path of a node, found \"&gone\"");
        assertRefusalInRoot("a = <&{/gone}>;")
                .isEqualTo("t.dts:2:10: expected the label or path of a node, found \"&{/gone}\"");
    }

    @Test
    void aDeletedNodeCannotBeReferredTo() {
        assertRefusal("/dts-v1/; / { a = <&n>; n: n { }; };\n/delete-node/ &n;")
                .isEqualTo("t.dts:1:20: expected the label or path of a node, found \"&n\"");
    }

    @Test
    void theLabelOfAPropertyIsNoReference() {
        assertRefusalInRoot("p: a = <&p>;")
                .isEqualTo("t.dts:2:13: expected the label or path of a node, found \"&p\"");
    }

    @Test
    void aBlockNeedsItsNode() {
        assertRefusal("/dts-v1/; / { };\n&gone { };")
                .isEqualTo("t.dts:2:1: expected the label or path of a node, found \"&gone\"");
    }

    @Test
    void aLabelledBlockNeedsItsNodeInAPluginToo() {
        assertRefusal("/dts-v1/; /plugin/; / { };\nl: &gone { };")
                .isEqualTo("t.dts:2:4: expected the label or path of a node, found \"&gone\"");
    }

    @Test
    void aPluginsPathsMustResolve() {
        assertRefusal("/dts-v1/; /plugin/; / { a = &gone; };")
                .isEqualTo("t.dts:1:29: expected the label or path of a node, found \"&gone\"");
        assertRefusal("/dts-v1/; /plugin/; / { a = <&{/gone}>; };")
                .isEqualTo("t.dts:1:30: expected the label or path of a node, found \"&{/gone}\"");
    }

    @Test
    void whatIsDeletedMustBeThere() {
        assertRefusal("/dts-v1/; / { };\n/delete-node/ &gone;")
                .isEqualTo("t.dts:2:15: expected the label or path of a node, found \"&gone\"");
    }

    @Test
    void aLabelIsOnOneNode() {
        assertRefusalInRoot("l: a { }; l: b { };")
                .isEqualTo("t.dts:2:18: expected a label of one node, found \"l\" on /a and /b");
    }

    @Test
    void aLabelOnTwoNodesCannotBeReferredTo() {
        assertRefusal("/dts-v1/; / { l: a { }; l: b { }; };\n&l { }; /delete-node/ &{/b};")
                .isEqualTo("t.dts:2:1: expected a label of one node, found \"l\" on /a and /b");
    }

    @Test
    void aPathAfterALabelMustResolveInAPluginToo() {
        assertRefusal("/dts-v1/; /plugin/; / { };\n&{gone/node} { };")
                .isEqualTo(
                        "t.dts:2:1: expected the label or path of a node, found \"&{gone/node}\"");
        assertRefusal("/dts-v1/; /plugin/; / { a = <&{gone/node}>; };")
                .isEqualTo(
                        "t.dts:1:30: expected the label or path of a node, found \"&{gone/node}\"");
    }

    @Test
    void aLabelIsOnANodeOrAProperty() {
        assertRefusalInRoot("l: p; l: b { };")
                .isEqualTo(
                        "t.dts:2:8: expected a label not used before, found \"l\", which is in /b");
    }

    @Test
    void aLabelIsOnAPropertyOrInAValue() {
        assertRefusalInRoot("l: p = <1 l: 2>;")
                .isEqualTo(
                        "t.dts:2:8: expected a label not used before, found \"l\", which is in /");
    }

    @Test
    void aPhandleHasFourBytes() {
        assertRefusalInRoot("phandle = [00 01];")
                .isEqualTo("t.dts:2:5: expected a phandle of 4 bytes, found 2 bytes");
    }

    @Test
    void aPhandleIsNeitherZeroNorAllOnes() {
        assertRefusalInRoot("phandle = <0>;")
                .isEqualTo("t.dts:2:5: expected a phandle from 1 to 0xfffffffe, found 0x0");
        assertRefusalInRoot("phandle = <0xffffffff>;")
                .isEqualTo("t.dts:2:5: expected a phandle from 1 to 0xfffffffe, found 0xffffffff");
    }

    @Test
    void aPhandleIsOnOneNode() {
        assertRefusalInRoot("a { phandle = <9>; }; b { phandle = <9>; };")
                .isEqualTo("t.dts:2:31: expected a phandle of one node, found 0x9 on /a as well");
    }

    @Test
    void bothFormsOfAPhandleAgree() {
        assertRefusalInRoot("phandle = <1>; linux,phandle = <2>;")
                .isEqualTo(
                        "t.dts:2:20: expected phandle and linux,phandle alike, found 0x1 and 0x2");
    }

    @Test
    void aPhandleCannotReferToAnotherNode() {
        assertRefusalInRoot("phandle = <&n>; n: n { };")
                .isEqualTo("t.dts:2:16: expected a phandle of the node itself, found \"&n\"");
    }
}
