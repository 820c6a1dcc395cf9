package org.vinculum.devicetree.fdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;

class LayoutTest {
    /// Strings before the structure, marked gaps, a terminating reservation with an address, NOPs, padding that is not
    /// zero, bytes after FDT_END, and a tail behind the total size.
    private static final InputFile FILE =
            Hex.file(
                    """
                    d00dfeed 00000084 00000048 00000040 00000030
                    00000012 00000011 00000007 00000002 00000038
                    aaaaaaaa aaaaaaaa
                    00000000deadbeef 0000000000000000
                    70007172 bbbbbbbb
                    00000004 00000001 00616263
                    00000003 00000002 00000000 7879eeff
                    00000004 00000004
                    00000002 00000009 cccccccc dddddddd eeeeeeee
                    ffffffff 99999999
                    """);

    @Test
    void everyByteComesBack() {
        assertThat(Hex.of(LosslessRewrite.of(FILE))).isEqualTo(Hex.of(FILE.content()));
    }

    @Test
    void aBlobIsTakenApartAsItLies() {
        Layout layout = Layout.read(FILE);

        assertThat(layout.reservations()).containsExactly(new Layout.Reservation(0xdeadbeefL, 0));
        assertThat(layout.rest())
                .extracting(Layout.Placed::offset, placed -> placed.bytes().length())
                .containsExactly(tuple(0x28, 8), tuple(0x42, 6), tuple(0x80, 8));
        assertThat(layout.tokens()).extracting(Token::size).containsExactly(4, 8, 16, 8, 4, 16);
    }

    @Test
    void aPropertyChangesInPlaceAndNothingElseDoes() {
        Layout layout = Layout.read(FILE);
        var property = (Token.Prop) layout.tokens().get(2);
        var changed =
                new Token.Prop(
                        property.nameOffset(), Bytes.of(new byte[] {1, 2}), property.padding());

        assertThat(Hex.of(layout.with(2, changed).write()))
                .isEqualTo(Hex.of(FILE.content()).replace("7879eeff", "0102eeff"));
    }

    @Test
    void aTokenOfAnotherSizeIsRefused() {
        Layout layout = Layout.read(FILE);

        assertThatThrownBy(() -> layout.with(2, new Token.Nops(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 bytes");
    }
}
