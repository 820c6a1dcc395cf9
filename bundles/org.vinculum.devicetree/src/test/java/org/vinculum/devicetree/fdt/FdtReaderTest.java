package org.vinculum.devicetree.fdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.memory.AddressRange;

class FdtReaderTest {
    /// One reservation, boot CPU 3, `/ { p = [78 79]; a@1 { p; }; };`, with a NOP before each property.
    private static final String BLOB =
            """
            d00dfeed 0000009c 00000048 00000098 00000028 00000011 00000010 00000003 00000004 00000040
            0000000080000000 0000000000010000
            0000000000000000 0000000000000000
            00000001 00000000
            00000004 00000003 00000002 00000000 78790000
            00000001 61403100
            00000004 00000003 00000000 00000000
            00000002
            00000002
            00000009
            00000004 00000004 00000004 00000004
            70007000
            """;

    private static final DeviceTree TREE = FdtReader.read(Hex.file(BLOB));

    @Test
    void nodesAndPropertiesComeInTheOrderOfTheBlob() {
        assertThat(TREE.nodes().map(n -> n.path() + " " + n.properties()))
                .containsExactly("/ [p[2]]", "/a@1 [p[0]]");
    }

    @Test
    void aValueIsTheBytesOfTheProperty() {
        assertThat(TREE.root().property("p").orElseThrow().value())
                .containsExactly((byte) 'x', (byte) 'y');
    }

    @Test
    void reservationsEndWithTheEntryOfSizeZero() {
        assertThat(TREE.reservations()).containsExactly(AddressRange.of(0x8000_0000L, 0x1_0000));
    }

    @Test
    void theBootCpuIsInTheHeader() {
        assertThat(TREE.bootCpu()).isEqualTo(3);
    }

    @Test
    void version16HasNoSizeOfTheStructureBlock() {
        String blob =
                """
                d00dfeed 0000004a 00000038 00000048 00000028 00000010 00000010 00000000 00000002
                00000000 0000000000000000 0000000000000000
                00000001 00000000 00000002 00000009
                7000
                """;

        assertThat(FdtReader.read(Hex.file(blob)).root().properties()).isEmpty();
    }

    @Test
    void aLaterVersionIsReadWhenItIsCompatibleWith17() {
        String later = BLOB.replace("00000011 00000010", "00000063 00000011");

        assertThat(FdtReader.read(Hex.file(later)).root().children()).hasSize(1);
    }

    @Test
    void aLaterVersionIsRefusedWhenItIsNot() {
        assertUnreadable(
                BLOB.replace("00000011 00000010", "00000063 00000012"),
                "t.dtb: offset 0x18: expected compatibility with version 17, found only with 18 and"
                        + " later");
    }

    @Test
    void aPropertyThatComesTwiceIsNamedWithItsNode() {
        assertUnreadable(
                BLOB.replace("00000001 61403100\n00000004", "00000003 00000000 00000000"),
                "t.dtb: offset 0x64: expected each property of / once, found a second p");
    }

    @Test
    void aValueThatLeavesTheBlockIsNamedWithItsLength() {
        assertUnreadable(
                BLOB.replace("00000003 00000002", "00000003 fffffffe"),
                "t.dtb: offset 0x58: expected a value of at most 0x28 bytes, all that the block has"
                        + " left, found 0xfffffffe");
    }

    @Test
    void anUnknownTokenIsShown() {
        assertUnreadable(
                BLOB.replace("00000001 61403100", "00000007 61403100"),
                "t.dtb: offset 0x64: expected a token (1, 2, 3, 4 or 9), found 0x7");
    }

    @Test
    void anEmptyFileIsNoBlob() {
        assertThatThrownBy(() -> FdtReader.read(InputFile.of("t.dtb", new byte[0])))
                .hasMessage(
                        "t.dtb: offset 0x0: expected a header of 40 bytes, found the end of the"
                                + " file after 0");
    }

    private static void assertUnreadable(String hex, String message) {
        assertThatThrownBy(() -> FdtReader.read(Hex.file(hex)))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(message);
    }
}
