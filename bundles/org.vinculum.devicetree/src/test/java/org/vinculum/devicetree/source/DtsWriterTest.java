package org.vinculum.devicetree.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.memory.AddressRange;

/// The layout of written source, and the guess at what bytes mean.
class DtsWriterTest {
    @Test
    void aTreeIsLaidOutAsDtcDoes() {
        Node root = new Node("");
        root.set(Property.cells("#address-cells", 2));
        Node soc = root.add(new Node("soc"));
        soc.set(Property.empty("ranges"));
        soc.add(new Node("uart@1000")).label("uart0");
        root.add(new Node("chosen"));

        assertThat(DtsWriter.write(DeviceTree.of(root)))
                .isEqualTo(
                        """
                        /dts-v1/;

                        / {
                        \t#address-cells = <0x02>;

                        \tsoc {
                        \t\tranges;

                        \t\tuart0: uart@1000 {
                        \t\t};
                        \t};

                        \tchosen {
                        \t};
                        };
                        """);
    }

    @Test
    void reservationsComeFirstWithAllTheirDigits() {
        var tree =
                new DeviceTree(
                        new Node(""),
                        List.of(AddressRange.of(0x8000_0000_0000_0000L, 0x1000)),
                        0,
                        false);

        assertThat(DtsWriter.write(tree))
                .isEqualTo(
                        "/dts-v1/;\n\n"
                                + "/memreserve/\t0x8000000000000000 0x0000000000001000;\n"
                                + "/ {\n"
                                + "};\n");
    }

    @Test
    void printableTextWithANulAtTheEndIsAString() {
        assertThat(written(ascii("arm,smmu-v3\0"))).isEqualTo("a = \"arm,smmu-v3\";");
    }

    @Test
    void textOfFourBytesIsAStringAsWell() {
        assertThat(written(ascii("abc\0"))).isEqualTo("a = \"abc\";");
    }

    @Test
    void severalStringsAreAList() {
        assertThat(written(ascii("one\0two\0\0"))).isEqualTo("a = \"one\", \"two\", \"\";");
    }

    @Test
    void controlCharactersOfTextAreEscaped() {
        assertThat(written(ascii("\u0007\b\t\n\u000b\f\r\"\\q\0")))
                .isEqualTo("a = \"\\a\\b\\t\\n\\v\\f\\r\\\"\\\\q\";");
    }

    @Test
    void anyOtherCharacterMakesBytes() {
        assertThat(written(ascii("a\u001b\0"))).isEqualTo("a = [61 1b 00];");
        assertThat(written(ascii("\u00e4bc\0"))).isEqualTo("a = <0xe4626300>;");
    }

    @Test
    void textWithoutANulIsNoString() {
        assertThat(written(ascii("abc"))).isEqualTo("a = [61 62 63];");
    }

    @Test
    void moreNulsThanTextIsNoString() {
        assertThat(written(ascii("a\0\0"))).isEqualTo("a = [61 00 00];");
        assertThat(written(ascii("ab\0\0"))).isEqualTo("a = \"ab\", \"\";");
        assertThat(written(ascii("\0"))).isEqualTo("a = [00];");
    }

    @Test
    void cellsHaveAtLeastTwoDigits() {
        assertThat(written(Property.cells("a", 0, 1, 0x10, -1, 0x123).value()))
                .isEqualTo("a = <0x00 0x01 0x10 0xffffffff 0x123>;");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String written(byte[] value) {
        Node root = new Node("").set(Property.of("a", value));
        String text = DtsWriter.write(DeviceTree.of(root));
        return text.substring("/dts-v1/;\n\n/ {\n\t".length(), text.length() - "\n};\n".length());
    }
}
