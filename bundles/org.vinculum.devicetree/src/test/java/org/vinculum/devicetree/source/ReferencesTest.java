package org.vinculum.devicetree.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.firmware.InputFile;

/// References that dtc 1.6.1 does not know yet, and those it takes in stages.
class ReferencesTest {
    @Test
    void aPathMayFollowALabel() {
        DeviceTree tree =
                read(
                        "/dts-v1/; / { a = <&{l/x/y}>, &{l/x}; l: n { x { y { }; }; z { }; }; };"
                                + " &{l/x} { more; }; /delete-node/ &{l/z};");

        assertThat(tree.root().property("a").orElseThrow().value())
                .containsExactly(0, 0, 0, 1, '/', 'n', '/', 'x', 0);
        assertThat(tree.node("/n/x").orElseThrow().has("more")).isTrue();
        assertThat(tree.node("/n/z")).isEmpty();
    }

    @Test
    void aLabelMayMoveToANewNodeBeforeTheOldOneIsDeleted() {
        DeviceTree tree =
                read(
                        "/dts-v1/; / { a = <&l>; l: old { }; }; / { l: new { }; };"
                                + " / { /delete-node/ old; };");

        assertThat(tree.node("/new").orElseThrow().property("phandle")).isPresent();
    }

    @Test
    void aLabelMayStayWhereItWasWhenTheNewNodeIsDeleted() {
        DeviceTree tree =
                read(
                        "/dts-v1/; / { a = <&l>; l: old { }; }; / { l: new { }; };"
                                + " / { /delete-node/ new; };");

        assertThat(tree.node("/old").orElseThrow().property("phandle")).isPresent();
    }

    private static DeviceTree read(String source) {
        return DtsReader.read(InputFile.of("t.dts", source.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
