package org.vinculum.devicetree.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PropertyTextTest {
    @Test
    void stringsAreQuoted() {
        assertThat(Property.strings("p", "a\"b", "c").text()).isEqualTo("\"a\\\"b\", \"c\"");
    }

    @Test
    void cellsAreHexadecimal() {
        assertThat(Property.cells("p", 16, -1).text()).isEqualTo("<0x10 0xffffffff>");
    }

    @Test
    void whatIsNeitherIsBytes() {
        assertThat(Property.of("p", new byte[] {10, (byte) 0xff}).text()).isEqualTo("[0a ff]");
    }

    @Test
    void anEmptyStringInAListMakesItCellsOrBytes() {
        assertThat(Property.of("p", new byte[] {'a', 0, 0, 0}).text()).isEqualTo("<0x61000000>");
    }

    @Test
    void noValueIsNoText() {
        assertThat(Property.empty("p").text()).isEmpty();
    }
}
