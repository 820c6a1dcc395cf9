package org.vinculum.viommu.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegisterPageTest {
    private final RegisterPage page = new RegisterPage();

    @Test
    void bothPagesHaveTheirOwnRegisters() {
        page.set(0xa8, 0x1111_1111);
        page.set(0x100a8, 0x2222_2222);

        assertThat(page.read(0xa8, 4)).isEqualTo(0x1111_1111L);
        assertThat(page.read(0x100a8, 4)).isEqualTo(0x2222_2222L);
    }

    @Test
    void aValueIsZeroExtended() {
        page.set(0x60, 0x8000_0000);

        assertThat(page.read(0x60, 4)).isEqualTo(0x8000_0000L);
    }

    @Test
    void aWideRegisterIsReadWholeOrInHalves() {
        page.setLong(0x80, 0x4000_0012_3456_7000L);

        assertThat(page.read(0x80, 8)).isEqualTo(0x4000_0012_3456_7000L);
        assertThat(page.read(0x80, 4)).isEqualTo(0x3456_7000L);
        assertThat(page.read(0x84, 4)).isEqualTo(0x4000_0012L);
    }

    @Test
    void whatIsNoAlignedAccessInsideReadsAsZero() {
        page.set(0x0, -1);
        page.set(0x4, -1);
        page.set(0xffc, -1);

        assertThat(page.read(0x2, 4)).isZero();
        assertThat(page.read(0x4, 8)).isZero();
        assertThat(page.read(0x0, 1)).isZero();
        assertThat(page.read(0x0, 2)).isZero();
        assertThat(page.read(0x0, 16)).isZero();
        assertThat(page.read(0xffc, 8)).isZero();
        assertThat(page.read(-4, 4)).isZero();
        assertThat(page.read(0x1000, 4)).isZero();
        assertThat(page.read(0x8000, 4)).isZero();
        assertThat(page.read(0x2_0000, 4)).isZero();
        assertThat(page.read(0x1_0000_0000L, 4)).isZero();
    }
}
