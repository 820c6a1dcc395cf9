package org.vinculum.smmu.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.junit.jupiter.api.Test;

class BitsTest {
    private static final Words EIGHT = Words.of(0, 0, 0, 0x00ff_edcb_a987_654fL, 0, 0, 0, 0);

    @Test
    void aFieldIsCountedFromTheLowestBitOfItsWord() {
        assertThat(bits(11, 4).get(0x1234_5678L)).isEqualTo(0x67);
    }

    @Test
    void aFieldOfAllBitsIsTheWord() {
        assertThat(bits(63, 0).get(0x8000_0000_0000_0001L)).isEqualTo(0x8000_0000_0000_0001L);
        assertThat(bits(63, 0).highest()).isEqualTo(-1L);
    }

    @Test
    void aFieldAboveBit63IsTakenFromTheWordInWhichItLies() {
        Bits field = bits(247, 196);

        assertThat(field.word()).isEqualTo(3);
        assertThat(field.get(EIGHT)).isEqualTo(0x000f_fedc_ba98_7654L);
        assertThat(field.get(0x00ff_edcb_a987_654fL)).isEqualTo(field.get(EIGHT));
    }

    @Test
    void inPlaceKeepsTheFieldWhereItIs() {
        assertThat(bits(247, 196).inPlace(EIGHT)).isEqualTo(0x00ff_edcb_a987_6540L);
        assertThat(bits(63, 12).inPlace(0xffff_0000_1234_5678L)).isEqualTo(0xffff_0000_1234_5000L);
    }

    @Test
    void theHighestBitOfARegisterDoesNotSpread() {
        assertThat(bits(31, 16).get(0x8000_0000)).isEqualTo(0x8000);
        assertThat(bits(31, 0).get(0x8000_0000)).isEqualTo(0x8000_0000);
        assertThat(bit(31).isSet(0x8000_0000)).isTrue();
    }

    @Test
    void aFieldIsSetWhenAnyOfItsBitsIs() {
        assertThat(bits(8, 6).isSet(0x80L)).isTrue();
        assertThat(bits(8, 6).isSet(0xfe3fL)).isFalse();
        assertThat(bit(195).isSet(EIGHT)).isTrue();
    }

    @Test
    void settingAFieldLeavesTheOthers() {
        assertThat(bits(11, 4).in(0xffff_ffff_ffff_ffffL, 0x5a)).isEqualTo(0xffff_ffff_ffff_f5afL);
        assertThat(bits(31, 20).in(0xffff_ffff, 0x123)).isEqualTo(0x123f_ffff);
        assertThat(bits(247, 196).in(EIGHT, 1)).isEqualTo(Words.of(0, 0, 0, 0x001fL, 0, 0, 0, 0));
    }

    @Test
    void aValueMayUseAllBitsOfItsField() {
        assertThat(bits(47, 32).of(0xffff)).isEqualTo(0x0000_ffff_0000_0000L);
        assertThat(bits(63, 32).of(0xffff_ffff)).isEqualTo(0xffff_ffff_0000_0000L);
        assertThat(bits(31, 0).in(0, -1)).isEqualTo(-1);
    }

    @Test
    void aValueOfMoreBitsIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bits(4, 0).of(32))
                .withMessage("0x20 does not fit in [4:0]");
        assertThatIllegalArgumentException().isThrownBy(() -> bits(4, 0).in(0L, -1L));
    }

    @Test
    void aFieldAboveBit31IsNotInARegister() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bits(32, 31).get(0))
                .withMessage("not in a 32-bit register: [32:31]");
    }

    @Test
    void aFieldLiesInOneWord() {
        assertThatIllegalArgumentException().isThrownBy(() -> bits(64, 63));
        assertThatIllegalArgumentException().isThrownBy(() -> bits(3, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> bit(512));
        assertThatIllegalArgumentException().isThrownBy(() -> bit(-1));
    }

    @Test
    void itPrintsAsTheArchitectureDoes() {
        assertThat(bits(8, 6)).hasToString("[8:6]");
        assertThat(bit(3)).hasToString("[3]");
    }
}
