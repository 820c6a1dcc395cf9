package org.vinculum.devicetree.source;

import static org.vinculum.devicetree.source.Refusals.assertRefusal;
import static org.vinculum.devicetree.source.Refusals.assertRefusalInRoot;

import org.junit.jupiter.api.Test;

/// What is wrong with cells and expressions.
class ValueRefusalsTest {
    @Test
    void cellsHave8To64Bits() {
        assertRefusalInRoot("a = /bits/ 24 <1>;")
                .isEqualTo("t.dts:2:16: expected 8, 16, 32 or 64 after /bits/, found number 0x18");
    }

    @Test
    void theWidthIsALiteral() {
        assertRefusalInRoot("a = /bits/ (8) <1>;")
                .isEqualTo("t.dts:2:16: expected 8, 16, 32 or 64 after /bits/, found '('");
    }

    @Test
    void aHugeWidthIsRefused() {
        assertRefusalInRoot("a = /bits/ 0xffffffffffffffff <1>;")
                .isEqualTo(
                        "t.dts:2:16: expected 8, 16, 32 or 64 after /bits/, found number"
                                + " 0xffffffffffffffff");
    }

    @Test
    void aValueFitsItsWidth() {
        assertRefusalInRoot("a = <0x100000000>;")
                .isEqualTo("t.dts:2:10: expected a value of at most 32 bits, found 0x100000000");
        assertRefusalInRoot("a = /bits/ 8 <(-257)>;")
                .isEqualTo(
                        "t.dts:2:19: expected a value of at most 8 bits, found 0xfffffffffffffeff");
    }

    @Test
    void referencesNeed32BitCells() {
        assertRefusalInRoot("a = /bits/ 64 <&n>; n: n { };")
                .isEqualTo(
                        "t.dts:2:20: expected numbers only, as references need 32-bit cells, found"
                                + " reference \"&n\"");
    }

    @Test
    void nothingIsDividedByZero() {
        assertRefusalInRoot("a = <(1 / 0)>;")
                .isEqualTo("t.dts:2:13: expected a divisor other than 0, found 0");
        assertRefusalInRoot("a = <(1 % 0)>;")
                .isEqualTo("t.dts:2:13: expected a divisor other than 0, found 0");
    }

    @Test
    void theBranchNotChosenIsComputedToo() {
        assertRefusalInRoot("a = <(1 ? 2 : 1 / 0)>;")
                .isEqualTo("t.dts:2:21: expected a divisor other than 0, found 0");
    }

    @Test
    void anOperatorNeedsAnOperand() {
        assertRefusalInRoot("a = <(1 + )>;")
                .isEqualTo(
                        "t.dts:2:15: expected a number, a parenthesis or one of - ~ !, found ')'");
    }

    @Test
    void operandsNeedAnOperator() {
        assertRefusalInRoot("a = <(1 2)>;")
                .isEqualTo(
                        "t.dts:2:13: expected an operator or a closing parenthesis, found number"
                                + " 0x2");
    }

    @Test
    void aQuestionMarkNeedsItsColon() {
        assertRefusalInRoot("a = <(1 ? 2)>;")
                .isEqualTo("t.dts:2:16: expected ':' and the other value of '?', found ')'");
    }

    @Test
    void aColonNeedsItsQuestionMark() {
        assertRefusalInRoot("a = <(1 : 2)>;")
                .isEqualTo("t.dts:2:13: expected an operator or a closing parenthesis, found ':'");
    }

    @Test
    void parenthesesEndBeforeTheCells() {
        assertRefusalInRoot("a = <(1>;")
                .isEqualTo(
                        "t.dts:2:13: expected a number, a parenthesis or one of - ~ !, found ';'");
    }

    @Test
    void parenthesesAreAtMostAThousandDeep() {
        assertRefusalInRoot("a = <" + "(".repeat(10_000) + "1" + ")".repeat(10_000) + ">;")
                .isEqualTo(
                        "t.dts:2:1010: expected at most 1000 open parentheses and operators, found"
                                + " more");
    }

    @Test
    void prefixesAreAtMostAThousandDeep() {
        assertRefusalInRoot("a = <(" + "~".repeat(100_000) + "1)>;")
                .isEqualTo(
                        "t.dts:2:1010: expected at most 1000 open parentheses and operators, found"
                                + " more");
    }

    @Test
    void aFileIsNeededForAnotherFile() {
        assertRefusal("/dts-v1/;\n/include/ \"a.dtsi\"")
                .isEqualTo(
                        "t.dts:2:11: expected no other files, as this has no folder, found"
                                + " \"a.dtsi\"");
    }

    @Test
    void valuesAreBoundedAltogether() {
        String block = "&n { a = " + "&n, ".repeat(1000) + "&n; };\n";
        String name = "n".repeat(100_000);

        assertRefusal("/dts-v1/; / { n: " + name + " { }; };\n" + block)
                .isEqualTo(
                        "t.dts:2:678: expected at most 16777216 bytes of property values, found"
                                + " more");
    }
}
