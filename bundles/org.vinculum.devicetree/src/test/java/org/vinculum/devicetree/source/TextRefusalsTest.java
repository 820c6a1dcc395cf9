package org.vinculum.devicetree.source;

import static org.vinculum.devicetree.source.Refusals.assertRefusal;
import static org.vinculum.devicetree.source.Refusals.assertRefusalInRoot;

import org.junit.jupiter.api.Test;

/// What is wrong with single words.
class TextRefusalsTest {
    @Test
    void anEmptyFileHasNoVersion() {
        assertRefusal("")
                .isEqualTo(
                        "t.dts:1:1: expected /dts-v1/ at the beginning, found the end of the file");
    }

    @Test
    void aFileWithoutAVersionIsRefused() {
        assertRefusal("/ { };")
                .isEqualTo("t.dts:1:1: expected /dts-v1/ at the beginning, found '/'");
    }

    @Test
    void anUnterminatedStringNamesItsBeginning() {
        assertRefusalInRoot("a = \"text;")
                .isEqualTo(
                        "t.dts:2:9: expected a closing quote for this string, found the end of the"
                                + " file");
    }

    @Test
    void anUnterminatedCharacterLiteralNamesItsBeginning() {
        assertRefusalInRoot("a = <'x>;")
                .isEqualTo(
                        "t.dts:2:10: expected a closing quote for this character literal, found the"
                                + " end of the file");
    }

    @Test
    void aBackslashAtTheEndOfTheFileIsNoEscape() {
        assertRefusal("/dts-v1/; / { a = \"\\")
                .isEqualTo(
                        "t.dts:1:19: expected a closing quote for this string, found the end of the"
                                + " file");
    }

    @Test
    void anUnterminatedCommentNamesItsBeginning() {
        assertRefusal("/dts-v1/; /* comment")
                .isEqualTo(
                        "t.dts:1:11: expected */ at the end of this comment, found the end of the"
                                + " file");
    }

    @Test
    void aCommentCannotEndWithTheStarItBeganWith() {
        assertRefusal("/dts-v1/; /*/")
                .isEqualTo(
                        "t.dts:1:11: expected */ at the end of this comment, found the end of the"
                                + " file");
    }

    @Test
    void aHexadecimalEscapeNeedsADigit() {
        assertRefusalInRoot("a = \"1\\xg\";")
                .isEqualTo("t.dts:2:13: expected a hexadecimal digit after \\x, found 'g'");
    }

    @Test
    void aCharacterLiteralIsOneCharacter() {
        assertRefusalInRoot("a = <'ab'>;")
                .isEqualTo("t.dts:2:10: expected one character between quotes, found 2 characters");
        assertRefusalInRoot("a = <''>;")
                .isEqualTo("t.dts:2:10: expected one character between quotes, found 0 characters");
    }

    @Test
    void anOctalNumberHasNoDigitNine() {
        assertRefusalInRoot("a = <09>;")
                .isEqualTo("t.dts:2:10: expected octal digits after a leading 0, found digit 9");
    }

    @Test
    void aNumberHasAtMost64Bits() {
        assertRefusalInRoot("a = <0x10000000000000000>;")
                .isEqualTo(
                        "t.dts:2:10: expected an integer of at most 64 bits, found a larger one");
        assertRefusalInRoot("a = <18446744073709551616>;")
                .isEqualTo(
                        "t.dts:2:10: expected an integer of at most 64 bits, found a larger one");
        assertRefusalInRoot("a = <02000000000000000000000>;")
                .isEqualTo(
                        "t.dts:2:10: expected an integer of at most 64 bits, found a larger one");
    }

    @Test
    void aWordThatIsNoNumberHasNoPlaceInCells() {
        assertRefusalInRoot("a = <GIC_SPI 1>;")
                .isEqualTo(
                        "t.dts:2:10: expected a number, an expression in parentheses, a reference"
                                + " or '>', found 'G'");
    }

    @Test
    void aSingleHexadecimalDigitIsNoByte() {
        assertRefusalInRoot("a = [001];")
                .isEqualTo("t.dts:2:12: expected two hexadecimal digits or ']', found '1'");
    }

    @Test
    void aReferenceByPathHasNoOtherCharacters() {
        assertRefusalInRoot("a = &{/b c};")
                .isEqualTo(
                        "t.dts:2:9: expected a reference like &label, &{/path} or &{label/path},"
                                + " found something else");
    }

    @Test
    void aNulByteIsShownByItsValue() {
        assertRefusal("/dts-v1/;\0")
                .isEqualTo("t.dts:1:10: expected /memreserve/, '/' or a reference, found byte 0x0");
    }

    @Test
    void thePreprocessorsIncludeIsNotOurs() {
        assertRefusal("/dts-v1/;\n#include \"a.dtsi\"\n")
                .isEqualTo(
                        "t.dts:2:1: expected device-tree source: run the C preprocessor first,"
                                + " found #include");
    }

    @Test
    void thePreprocessorsDefinitionsAreNotOurs() {
        assertRefusal("# define A 1\n/dts-v1/;\n")
                .isEqualTo(
                        "t.dts:1:1: expected device-tree source: run the C preprocessor first,"
                                + " found #define");
    }

    @Test
    void aLineMarkerMovesThePlaceOfWhatFollows() {
        assertRefusal("/dts-v1/;\n# 70 \"board.dts\" 1 3\n\n  oops\n")
                .isEqualTo(
                        "board.dts:71:3: expected /memreserve/, '/' or a reference, found name"
                                + " \"oops\"");
    }

    @Test
    void aLineMarkersNameIsShownPrintable() {
        assertRefusal("# 1 \"\\033[2J\\n\"\noops")
                .isEqualTo("?[2J?:1:1: expected /dts-v1/ at the beginning, found 'o'");
    }
}
