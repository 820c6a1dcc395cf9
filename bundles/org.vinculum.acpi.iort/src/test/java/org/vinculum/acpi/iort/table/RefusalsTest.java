package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vinculum.acpi.iort.table.TableOf.hex;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.UnreadableInputException;

/// What is unreadable, and what is only odd.
class RefusalsTest {
    private static final String ITS = "00 1800 00 00000000 00000000 00000000 01000000 00000000";

    @Test
    void aFileWithAnotherSignatureIsRefused() {
        assertRefused(
                patched(0, 'A'),
                "t.dat: offset 0x0: expected the signature IORT, found the bytes 414f5254");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(
                new byte[0],
                "t.dat: offset 0x0: expected a table of at least 48 bytes, found the end of the"
                        + " file after 0");
    }

    @Test
    void aFileShorterThanItsTableIsRefused() {
        assertRefused(
                Arrays.copyOf(hex(1, ITS), 71),
                "t.dat: offset 0x4: expected a length of 48 bytes to the file's 71, found 72");
    }

    @Test
    void aTableShorterThanItsHeaderIsRefused() {
        assertRefused(
                patched(4, 47),
                "t.dat: offset 0x4: expected a length of 48 bytes to the file's 72, found 47");
    }

    @Test
    void aTableOfMoreThanTheCapIsRefused() {
        byte[] large = Arrays.copyOf(hex(1, ITS), TableFrame.MAX_LENGTH + 1);
        System.arraycopy(TableOf.bytes("01004000"), 0, large, 4, 4);

        assertRefused(
                large,
                "t.dat: offset 0x4: expected a length of 48 bytes to the 4194304 that are read at"
                        + " most, found 4194305");
    }

    @Test
    void nodesInsideTheHeaderAreRefused() {
        assertRefused(
                patched(40, 47),
                "t.dat: offset 0x28: expected nodes between the header's end, 0x30, and the"
                        + " table's, 0x48, found an offset of 0x2f");
    }

    @Test
    void nodesBehindTheTableAreRefused() {
        assertRefused(
                patched(40, 73),
                "t.dat: offset 0x28: expected nodes between the header's end, 0x30, and the"
                        + " table's, 0x48, found an offset of 0x49");
    }

    @Test
    void aNodeShorterThanItsHeaderIsRefused() {
        assertRefused(
                patched(0x31, 15),
                "t.dat: offset 0x31: expected a node of 16 bytes to the 24 that the table has"
                        + " left, found a length of 15");
    }

    @Test
    void aNodeThatLeavesTheTableIsRefused() {
        assertRefused(
                patched(0x31, 25),
                "t.dat: offset 0x31: expected a node of 16 bytes to the 24 that the table has"
                        + " left, found a length of 25");
    }

    @Test
    void aNodeWhoseHeaderIsCutIsRefused() {
        assertRefused(
                hex(2, ITS, "00 1800 00"),
                "t.dat: offset 0x48: expected a node's header of 16 bytes, found the end of the"
                        + " table after 4");
    }

    @Test
    void arraysThatAmplifyTheTableAreRefused() {
        String greedy = "fe 1000 00 00000000 14000000 00000000";

        assertRefused(
                hex(40, greedy.repeat(40)),
                "t.dat: offset 0x90: expected arrays of together at most 4 times the table's"
                        + " length, found more in the nodes up to the one at 0x90");
    }

    @Test
    void aCountOfMoreNodesThanThereAreIsKept() {
        assertThat(TableOf.read(hex(-1, ITS, ITS)))
                .satisfies(t -> assertThat(t.nodes()).hasSize(2))
                .satisfies(t -> assertThat(t.nodeCount()).isEqualTo(0xffff_ffffL));
    }

    @Test
    void nodesBehindTheCountAreSlack() {
        byte[] table = hex(1, ITS, ITS);

        assertThat(TableOf.read(table).nodes()).hasSize(1);
        assertThat(IortWriter.write(TableOf.read(table))).isEqualTo(table);
    }

    private static byte[] patched(int at, int value) {
        byte[] table = hex(1, ITS);
        table[at] = (byte) value;
        return table;
    }

    private static void assertRefused(byte[] table, String message) {
        assertThatThrownBy(() -> TableOf.read(table))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(message);
    }
}
