package org.vinculum.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirmwareFormatTest {
    private static InputFile text(String content) {
        return InputFile.of("in", content.getBytes(StandardCharsets.UTF_8));
    }

    private static InputFile hex(String content) {
        return InputFile.of("in", HexFormat.of().parseHex(content));
    }

    @Test
    void aBlobIsKnownByItsMagic() {
        assertThat(FirmwareFormat.of(hex("d00dfeed00000000"))).contains(FirmwareFormat.DTB);
    }

    @Test
    void anIortIsKnownByItsSignature() {
        assertThat(FirmwareFormat.of(hex("494f5254"))).contains(FirmwareFormat.IORT);
    }

    @Test
    void sourceIsKnownBehindBlanksAndComments() {
        assertThat(FirmwareFormat.of(text("/* SPDX */\n// two\n\t/dts-v1/;\n")))
                .contains(FirmwareFormat.DTS);
        assertThat(FirmwareFormat.of(text("/ { };"))).contains(FirmwareFormat.DTS);
    }

    @Test
    void aCommentThatNeverEndsIsNothing() {
        assertThat(FirmwareFormat.of(text("/* /dts-v1/;"))).isEmpty();
    }

    @Test
    void aKnownFormatThatNobodyReadsIsNamed() {
        assertThatThrownBy(() -> FirmwareFormat.readerFor(hex("d00dfeed"), List.of()))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("in: this is a flattened device tree")
                .hasMessageContaining("'devicetree'");
    }

    @Test
    void anUnknownFormatIsDescribedByItsFirstBytes() {
        assertThatThrownBy(() -> FirmwareFormat.readerFor(hex("7f454c46"), List.of()))
                .hasMessageContaining("expected a flattened device tree")
                .hasMessageContaining("found bytes 7f 45 4c 46");
    }
}
