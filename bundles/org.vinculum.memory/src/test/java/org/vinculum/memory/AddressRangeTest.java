package org.vinculum.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AddressRangeTest {
    @Test
    void aRangeMayEndAtTheLastByteOfTheAddressSpace() {
        var last = AddressRange.of(-16, 16);

        assertThat(last.contains(new Address(-1))).isTrue();
        assertThat(last.contains(new Address(0))).isFalse();
    }

    @Test
    void aRangeMayNotWrap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.of(-16, 17))
                .withMessageContaining("0xfffffffffffffff0");
    }

    @Test
    void addressesInTheUpperHalfAreLargerThanThoseInTheLower() {
        assertThat(new Address(Long.MIN_VALUE)).isGreaterThan(new Address(Long.MAX_VALUE));
    }

    @Test
    void neighboursDoNotOverlap() {
        assertThat(AddressRange.of(0x1000, 0x1000).overlaps(AddressRange.of(0x2000, 1))).isFalse();
    }

    @Test
    void aRangeOverlapsOneInsideItFromBothSides() {
        var outer = AddressRange.of(0x1000, 0x1000);
        var inner = AddressRange.of(0x1800, 1);

        assertThat(outer.overlaps(inner)).isTrue();
        assertThat(inner.overlaps(outer)).isTrue();
    }

    @Test
    void anEmptyRangeOverlapsNothing() {
        assertThat(AddressRange.of(0x1800, 0).overlaps(AddressRange.of(0x1000, 0x1000))).isFalse();
        assertThat(AddressRange.of(0x1000, 0x1000).overlaps(AddressRange.of(0x1800, 0))).isFalse();
    }
}
