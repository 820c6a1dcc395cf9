package org.vinculum.toolstack.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectPathTest {
    @ParameterizedTest
    @CsvSource({
        "\\_SB.ETH0, \\_SB_.ETH0",
        "\\_SB_.ETH0, \\_SB_.ETH0",
        "\\A.B.CD, \\A___.B___.CD__",
        "\\_SB.PCI0.DEV, \\_SB_.PCI0.DEV_",
        "/soc/dma@10, /soc/dma@10",
        "DEV0, DEV0",
    })
    void everySegmentIsFilledUp(String written, String padded) {
        assertThat(ObjectPath.padded(written)).isEqualTo(padded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\_SB_.ETH0", "\\____", "\\_SB_.A1B2.C___"})
    void anObjectMayBeCalledSo(String path) {
        assertThat(ObjectPath.isNameable(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\",
                "/soc",
                "_SB_.ETH0",
                "\\_SB_.eth0",
                "\\_SB_.0ETH",
                "\\_SB_.ETH00",
                "\\_SB_..ETH",
                "\\_SB_ETH0A",
                "\\_SB_.ETH\u00e9"
            })
    void nothingIsCalledSo(String path) {
        assertThat(ObjectPath.isNameable(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 200})
    void aPathHasAnEnd(int segments) {
        String path = "\\" + "AAAA.".repeat(segments) + "BBBB";

        assertThat(ObjectPath.isNameable(path)).isFalse();
    }
}
