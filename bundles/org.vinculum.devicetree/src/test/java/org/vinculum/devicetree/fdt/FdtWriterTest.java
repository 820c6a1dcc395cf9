package org.vinculum.devicetree.fdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.memory.AddressRange;

class FdtWriterTest {
    @Test
    void blocksFollowEachOtherWithoutGaps() {
        Node root = new Node("");
        root.set(Property.of("p", new byte[] {'x', 'y'}));
        root.add(new Node("a@1")).set(Property.empty("q"));
        var tree = new DeviceTree(root, List.of(AddressRange.of(0x8000_0000L, 0x1_0000)), 3, false);

        assertThat(Hex.of(FdtWriter.write(tree, 0)))
                .isEqualTo(
                        Hex.of(
                                Hex.bytes(
                                        """
                                        d00dfeed 00000084 00000048 00000080 00000028
                                        00000011 00000010 00000003 00000004 00000038
                                        0000000080000000 0000000000010000
                                        0000000000000000 0000000000000000
                                        00000001 00000000
                                        00000003 00000002 00000000 78790000
                                        00000001 61403100
                                        00000003 00000000 00000002
                                        00000002 00000002 00000009
                                        7000 7100
                                        """)));
    }

    @Test
    void aNameIsTheEndOfAnEarlierOneButNeverOfALaterOne() {
        byte[] blob = blobOf("reg", "x-reg", "eg");

        assertThat(nameOffsets(blob, 3)).containsExactly(0, 4, 1);
        assertThat(new String(blob, blob.length - 10, 10, StandardCharsets.US_ASCII))
                .isEqualTo("reg\0x-reg\0");
    }

    @Test
    void aNameThatEndsTwoEarlierOnesIsTakenFromTheFirst() {
        assertThat(nameOffsets(blobOf("b-reg", "a-reg", "reg"), 3)).containsExactly(0, 6, 2);
    }

    @Test
    void paddingIsCountedInTheTotalSize() {
        byte[] plain = FdtWriter.write(DeviceTree.of(new Node("")), 0);
        byte[] padded = FdtWriter.write(DeviceTree.of(new Node("")), 16);

        assertThat(padded).hasSize(plain.length + 16);
        assertThat(Hex.of(padded)).startsWith("d00dfeed00000058");
    }

    @Test
    void aNameThatIsNotOneByteACharacterIsRefused() {
        assertThatThrownBy(() -> blobOf("\u20ac"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\u20ac");
    }

    private static byte[] blobOf(String... properties) {
        Node root = new Node("");
        for (String name : properties) {
            root.set(Property.empty(name));
        }
        return FdtWriter.write(DeviceTree.of(root), 0);
    }

    // The root's properties: three words each, the third the name's offset; the structure block
    // starts at 0x38.
    private static int[] nameOffsets(byte[] blob, int properties) {
        int[] offsets = new int[properties];
        for (int i = 0; i < properties; i++) {
            offsets[i] = new Blob("", blob).u32(0x38 + 8 + i * 12 + 8);
        }
        return offsets;
    }
}
